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
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * Parses and runs FreeMarker templates in a sandbox: templates are loaded from the theme's files only, cannot create objects
 * or access classes, escape what they print as HTML, and do not depend on the locale or time zone of the machine.
 */
public final class TemplateEngine {
    private final String displayPath;
    private final Configuration configuration;
    private final Map<String, Template> templates = new TreeMap<>();

    /**
     * Parses the templates of a theme.
     *
     * @param kinds of pages; the template of {@code home} is {@code pages/home.ftlh}
     * @throws RunFailed if a template is missing or has a syntax error
     */
    public TemplateEngine(ThemeFolder folder, Collection<String> kinds) {
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
        kinds.forEach(kind -> templates.put(kind, parse("pages/" + kind + ".ftlh")));
    }

    private Template parse(String path) {
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
     * Runs the template of a kind of page and returns its output in UTF-8.
     *
     * @param page the file of the page, for the message
     * @throws RunFailed if the template fails
     */
    public byte[] render(String kind, Map<String, Object> values, String page) {
        Template template = templates.get(kind);
        Utf8Writer out = new Utf8Writer();
        try {
            template.process(values, out);
            return out.bytes();
        } catch (TemplateException e) {
            String name = e.getTemplateSourceName() == null ? template.getName() : e.getTemplateSourceName();
            int line = e.getLineNumber() == null ? 1 : e.getLineNumber();
            int column = e.getColumnNumber() == null ? 1 : e.getColumnNumber();
            throw templateError(name, line, column, e.getMessageWithoutStackTop(), page, e);
        } catch (ParseException e) {
            String name = e.getTemplateName() == null ? template.getName() : e.getTemplateName();
            throw templateError(name, e.getLineNumber(), e.getColumnNumber(), e.getEditorMessage(), page, e);
        } catch (IOException e) {
            throw templateError(template.getName(), 1, 1, e.getMessage(), page, e);
        } catch (StackOverflowError e) {
            throw templateError(template.getName(), 1, 1, "a macro calls itself without end", page, e);
        }
    }

    private RunFailed templateError(
            String template, int line, int column, String message, String page, Throwable cause) {
        String fullMessage = message == null ? cause.getClass().getSimpleName() : message.strip();
        int end = fullMessage.indexOf("\n\n"); // FreeMarker's advice on null values follows
        String firstParagraph = (end < 0 ? fullMessage : fullMessage.substring(0, end)).replaceAll("\\s+", " ");
        Location at = new Location(displayPath + "/" + template, Math.max(1, line), Math.max(1, column));
        Message problemMessage = page.isEmpty()
                ? Message.of("模板有误：{0}", "the template is invalid: {0}", firstParagraph)
                : Message.of("生成页面 {1} 时模板出错：{0}", "the template fails for the page {1}: {0}", firstParagraph, page);
        return new RunFailed(
                Problem.of(
                        ProblemCode.TEMPLATE_ERROR,
                        at,
                        1,
                        problemMessage,
                        Message.of("修改主题的这个模板", "correct this template of the theme")),
                cause);
    }
}
