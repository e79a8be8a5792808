package io.noticepress.content;

import io.noticepress.model.Language;
import io.noticepress.model.Site;
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
final class BlankEdition {
    private static final String TODO = "TODO";

    // What YAML takes for text as it stands, also within brackets.
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}〔《（“][^:#,\\[\\]{}\"'\\\\\\p{Cntrl}]*");
    private static final Message BODY = Message.of(
            "TODO：在这里写正文，写好后删去这一行。各级标题写成“## 一、……”“### （一）……”，印发的文件另起一行，以“# 文件标题”开头。",
            "TODO: write the text here and delete this line. Headings are written \"## I. …\", \"### (1) …\"; a document that is issued begins with a line \"# Its title\".");
    private static final Message WORDS = Message.of(
            "TODO：在这里写译文，写好后删去这一行。标题和段落与原文一一对应。",
            "TODO: write the translation here and delete this line. Headings and paragraphs match those of the original one by one.");

    private final Site site;
    private final MessageLanguage messageLanguage;

    BlankEdition(Site site, MessageLanguage messageLanguage) {
        this.site = site;
        this.messageLanguage = messageLanguage;
    }

    /** The original, a draft. */
    String original(Particulars known) {
        StringBuilder out = new StringBuilder("---\n");
        boolean kindless = !known.title().isEmpty()
                && new KindNames(site.kinds().values()).ofTitle(known.title()).isEmpty();
        for (Slot slot : Forms.ORIGINAL.slots().values()) {
            String value = switch (slot.name()) {
                case "title" -> known.title().isEmpty() ? TODO : plain(known.title());
                case "number" -> known.number().isEmpty() ? "" : plain(known.number());
                case "issuer" -> known.issuers().size() == 1 ? known.issuers().get(0) : list(known.issuers());
                case "issued" -> known.issued().isEmpty() ? TODO : known.issued();
                case "topics" -> known.topics().isEmpty() ? "[" + TODO + "]" : list(known.topics());
                case "kind" -> kindless ? TODO : "";
                case "draft" -> "true";
                default -> "";
            };
            field(out, slot, value, site.defaultLanguage());
            if (slot.name().equals("topics") && known.topics().isEmpty()) {
                site.topics()
                        .forEach((key, topic) -> out.append("#   ")
                                .append(key)
                                .append("  ")
                                .append(topic.name().in(site.defaultLanguage()))
                                .append('\n'));
            }
        }
        return out.append("---\n").append(BODY.in(messageLanguage)).append('\n').toString();
    }

    /** A translation of it into a language. */
    String translation(Language language) {
        StringBuilder out = new StringBuilder("---\n");
        Map<String, String> known = Map.of("title", TODO, "translation", "{state: draft}");
        Forms.TRANSLATION.slots().forEach((name, slot) -> field(out, slot, known.getOrDefault(name, ""), language));
        return out.append("---\n")
                .append(WORDS.in(messageLanguage))
                .append('\n')
                .toString();
    }

    private void field(StringBuilder out, Slot slot, String value, Language language) {
        out.append("# ").append(slot.about().in(messageLanguage)).append('\n');
        if (value.isEmpty()) {
            out.append('#')
                    .append(slot.name())
                    .append(": ")
                    .append(slot.sample().in(MessageLanguage.of(language.tag())));
        } else {
            out.append(slot.name()).append(": ").append(value);
        }
        out.append('\n');
    }

    private static String list(List<String> values) {
        return "[" + String.join(", ", values.stream().map(BlankEdition::plain).toList()) + "]";
    }

    /** A text as a value of YAML: as it is, or in quotes if anything in it could mean something else. */
    private static String plain(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(" ")
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
