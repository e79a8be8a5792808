package io.noticepress.render.template;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * Parses and runs FreeMarker templates in a sandbox: templates are loaded from the theme's files only, cannot create objects
 * or access classes, escape what they print as HTML, and do not depend on the locale or time zone of the machine.
 */
public final class TemplateEngine {
    private final String displayPath;
    private final Configuration configuration;

    public TemplateEngine(ThemeFolder folder) {
        this.displayPath = folder.displayPath();
        StringTemplateLoader loader = new StringTemplateLoader();
        folder.files().forEach((path, bytes) -> {
            if (path.endsWith(".ftlh")) {
                loader.putTemplate(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new RecordWrapper());
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    /**
     * Parses a template.
     *
     * @param path below the theme's folder: {@code pages/home.ftlh}
     * @throws RunFailed if there is no such template or it has a syntax error
     */
    public Template template(String path) {
        try {
            return configuration.getTemplate(path);
        } catch (ParseException e) {
            throw templateError(
                    e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage(), "", e);
        } catch (TemplateNotFoundException e) {
            throw templateError(e.getTemplateName(), 1, 1, "template not found", "", e);
        } catch (IOException e) {
            throw templateError(path, 1, 1, e.getMessage(), "", e);
        }
    }

    /**
     * Runs a template and returns its output in UTF-8.
     *
     * @param theme the folder of the theme as problems show it
     * @param page the file of the page, for the message
     * @throws RunFailed if the template fails
     */
    public static byte[] render(String theme, Template template, Map<String, Object> values, String page) {
        Utf8Writer out = new Utf8Writer();
        try {
            template.process(values, out);
            return out.bytes();
        } catch (TemplateException e) {
            String name = e.getTemplateSourceName() == null ? template.getName() : e.getTemplateSourceName();
            int line = e.getLineNumber() == null ? 1 : e.getLineNumber();
            int column = e.getColumnNumber() == null ? 1 : e.getColumnNumber();
            throw templateError(theme, name, line, column, e.getMessageWithoutStackTop(), page, e);
        } catch (ParseException e) {
            String name = e.getTemplateName() == null ? template.getName() : e.getTemplateName();
            throw templateError(theme, name, e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage(), page, e);
        } catch (IOException e) {
            throw templateError(theme, template.getName(), 1, 1, e.getMessage(), page, e);
        } catch (StackOverflowError e) {
            throw templateError(theme, template.getName(), 1, 1, "a macro calls itself without end", page, e);
        }
    }

    private RunFailed templateError(
            String template, int line, int column, String message, String page, Throwable cause) {
        return templateError(displayPath, template, line, column, message, page, cause);
    }

    private static RunFailed templateError(
            String theme, String template, int line, int column, String message, String page, Throwable cause) {
        String fullMessage = message == null ? cause.getClass().getSimpleName() : message.strip();
        int end = fullMessage.indexOf("\n\n"); // FreeMarker's advice on null values follows
        String firstParagraph = (end < 0 ? fullMessage : fullMessage.substring(0, end)).replaceAll("\\s+", " ");
        Location at = new Location(theme + "/" + template, Math.max(1, line), Math.max(1, column));
        Message what = page.isEmpty()
                ? Message.of("模板有误：{0}", "the template is invalid: {0}", firstParagraph)
                : Message.of("生成页面 {1} 时模板出错：{0}", "the template fails for the page {1}: {0}", firstParagraph, page);
        return new RunFailed(
                Problem.of(
                        ProblemCode.TEMPLATE_ERROR,
                        at,
                        1,
                        what,
                        Message.of("修改主题的这个模板", "correct this template of the theme")),
                cause);
    }
}
