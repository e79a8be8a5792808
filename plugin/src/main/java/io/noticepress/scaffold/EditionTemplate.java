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
 * The text of an edition that is still to be written: what is known is filled in, what is due and not known reads TODO, every
 * other field stands ready behind a {@code #}, and each is explained in the editor's language,
 * with an example in that of the edition.
 */
final class EditionTemplate {
    private static final String TODO = "TODO";

    // What YAML takes for text as it stands, also within brackets.
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

    /** The original, a draft. */
    String original(NewNoticeInput known) {
        StringBuilder out = new StringBuilder("---\n");
        boolean kindless = !known.title().isEmpty()
                && new KindMatcher(site.kinds().values()).byTitle(known.title()).isEmpty();
        for (FieldSpec fieldSpec : FieldSchemas.ORIGINAL.specs().values()) {
            String value = switch (fieldSpec.name()) {
                case "title" -> known.title().isEmpty() ? TODO : yamlScalar(known.title());
                case "number" -> known.number().isEmpty() ? "" : yamlScalar(known.number());
                case "issuer" -> known.issuers().size() == 1 ? known.issuers().get(0) : yamlList(known.issuers());
                case "issued" -> known.issued().isEmpty() ? TODO : known.issued();
                case "topics" -> known.topics().isEmpty() ? "[" + TODO + "]" : yamlList(known.topics());
                case "kind" -> kindless ? TODO : "";
                case "draft" -> "true";
                default -> "";
            };
            appendField(out, fieldSpec, value, site.defaultLanguage());
            if (fieldSpec.name().equals("topics") && known.topics().isEmpty()) {
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

    /** A translation of it into a language. */
    String translation(Language language) {
        StringBuilder out = new StringBuilder("---\n");
        Map<String, String> known = Map.of("title", TODO, "translation", "{state: draft}");
        FieldSchemas.TRANSLATION
                .specs()
                .forEach((name, fieldSpec) -> appendField(out, fieldSpec, known.getOrDefault(name, ""), language));
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

    /** A text as a value of YAML: as it is, or in quotes if anything in it could mean something else. */
    private static String yamlScalar(String text) {
        return UNQUOTED.matcher(text).matches() && !text.endsWith(" ")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
