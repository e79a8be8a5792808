package io.noticepress.scaffold;

import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.content.schema.FieldSchemas;
import io.noticepress.content.schema.FieldSpec;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Message;
import io.noticepress.problem.MessageLanguage;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The content of a new edition's file: known fields are filled in, unknown required fields say TODO, and all other fields are
 * commented out. Each field is explained in the language of messages, with an example in the language of the edition:
 *
 * <pre>
 * # 标题，写全称，以文种结尾，如“关于……的通知”。
 * title: TODO
 * # 发文字号，照原件写；没有就不写。
 * #number: 示例科协发〔2030〕7号
 * </pre>
 */
final class EditionTemplate {
    private static final String TODO = "TODO";

    // Text that needs no quotes in YAML, not even within brackets.
    private static final Pattern UNQUOTED = Pattern.compile("[\\p{L}\\p{N}〔《（“][^:#,\\[\\]{}\"'\\\\\\p{Cntrl}]*");
    private static final Message ORIGINAL_BODY = Message.of(
            "TODO：在这里写正文，写好后删去这一行。各级标题写成“## 一、……”“### （一）……”，印发的文件另起一行，以“# 文件标题”开头。",
            "TODO: write the text here and delete this line. Headings are written \"## I. …\", \"### (1) …\"; a document that is issued begins with a line \"# Its title\".");
    private static final Message TRANSLATION_BODY = Message.of(
            "TODO：在这里写译文，写好后删去这一行。标题和段落与原文一一对应。",
            "TODO: write the translation here and delete this line. Headings and paragraphs match those of the original one by one.");

    private final Site site;
    private final MessageLanguage messageLanguage;

    EditionTemplate(Site site, MessageLanguage messageLanguage) {
        this.site = site;
        this.messageLanguage = messageLanguage;
    }

    /** The original, as a draft. */
    String original(NewNoticeInput input) {
        StringBuilder out = new StringBuilder("---\n");
        boolean kindUnknown = !input.title().isEmpty()
                && new KindMatcher(site.kinds().values()).byTitle(input.title()).isEmpty();
        for (FieldSpec fieldSpec : FieldSchemas.ORIGINAL.specs().values()) {
            String value = switch (fieldSpec.name()) {
                case "title" -> input.title().isEmpty() ? TODO : yamlScalar(input.title());
                case "number" -> input.number().isEmpty() ? "" : yamlScalar(input.number());
                case "issuer" -> input.issuers().size() == 1 ? input.issuers().get(0) : yamlList(input.issuers());
                case "issued" -> input.issued().isEmpty() ? TODO : input.issued();
                case "topics" -> input.topics().isEmpty() ? "[" + TODO + "]" : yamlList(input.topics());
                case "kind" -> kindUnknown ? TODO : "";
                case "draft" -> "true";
                default -> "";
            };
            appendField(out, fieldSpec, value, site.defaultLanguage());
            if (fieldSpec.name().equals("topics") && input.topics().isEmpty()) {
                site.topics()
                        .forEach((key, topic) -> out.append("#   ")
                                .append(key)
                                .append("  ")
                                .append(topic.name().in(site.defaultLanguage()))
                                .append('\n'));
            }
        }
        return out.append("---\n")
                .append(ORIGINAL_BODY.in(messageLanguage))
                .append('\n')
                .toString();
    }

    /** A translation into a language. */
    String translation(Language language) {
        StringBuilder out = new StringBuilder("---\n");
        Map<String, String> values = Map.of("title", TODO, "translation", "{state: draft}");
        FieldSchemas.TRANSLATION
                .specs()
                .forEach((name, fieldSpec) -> appendField(out, fieldSpec, values.getOrDefault(name, ""), language));
        return out.append("---\n")
                .append(TRANSLATION_BODY.in(messageLanguage))
                .append('\n')
                .toString();
    }

    private void appendField(StringBuilder out, FieldSpec fieldSpec, String value, Language language) {
        out.append("# ").append(fieldSpec.description().in(messageLanguage)).append('\n');
        if (value.isEmpty()) {
            out.append('#')
                    .append(fieldSpec.name())
                    .append(": ")
                    .append(fieldSpec.example().in(MessageLanguage.of(language.tag())));
        } else {
            out.append(fieldSpec.name()).append(": ").append(value);
        }
        out.append('\n');
    }

    private static String yamlList(List<String> values) {
        return "["
                + String.join(
                        ", ", values.stream().map(EditionTemplate::yamlScalar).toList()) + "]";
    }

    /** A text as a YAML value, in quotes if it needs them. */
    private static String yamlScalar(String text) {
        return UNQUOTED.matcher(text).matches() && !text.endsWith(" ")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
