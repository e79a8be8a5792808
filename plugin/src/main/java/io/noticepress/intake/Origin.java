package io.noticepress.intake;

import io.noticepress.model.Issuer;
import io.noticepress.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who issued a document, found among the issuers of the site: by its name, else by the prefix of the number. */
final class Origin {
    /** What stands behind the name of a body in its letterhead. */
    static final Pattern MARKS = Pattern.compile("\\s*(?:文件|会议纪要|纪要|令|公告|通告)$");

    private static final Pattern ISSUES = Pattern.compile("(印发|转发|公布)(《[^《》]+》)");

    private final Site site;
    private final Draft draft;

    Origin(Site site, Draft draft) {
        this.site = site;
        this.draft = draft;
    }

    void issuers() {
        List<Strand> names = new ArrayList<>();
        String mark = MARKS.matcher(draft.letterhead.text()).replaceFirst("");
        List<String> bodies = new ArrayList<>(List.of(mark.split(" ")));
        draft.signatories.forEach(each -> bodies.add(each.text()));
        for (String body : bodies) {
            issuer(body)
                    .map(Issuer::key)
                    .filter(key -> !draft.issuers.contains(key))
                    .ifPresent(draft.issuers::add);
        }
        if (draft.issuers.isEmpty()) {
            byTitle().or(this::byPrefix).ifPresent(issuer -> draft.issuers.add(issuer.key()));
        }
    }

    private Optional<Issuer> issuer(String name) {
        String plain = name.replaceAll("[\\s\\u3000]+", "");
        return plain.isEmpty()
                ? Optional.empty()
                : site.issuers().values().stream()
                        .filter(issuer -> issuer.name().words().values().stream()
                                .anyMatch(word -> word.replaceAll("\\s", "").equalsIgnoreCase(plain)))
                        .findFirst();
    }

    private Optional<Issuer> byTitle() {
        return site.issuers().values().stream()
                .filter(issuer -> issuer.name().words().values().stream()
                        .anyMatch(word -> draft.title.compact().startsWith(word.replaceAll("\\s", "") + "关于")))
                .findFirst();
    }

    private Optional<Issuer> byPrefix() {
        Optional<Issuer> found = draft.number.flatMap(number -> site.issuers().values().stream()
                .filter(issuer -> issuer.prefixes().stream().anyMatch(number.text()::startsWith))
                .max(Comparator.comparing(issuer -> issuer.prefixes().stream()
                        .filter(number.text()::startsWith)
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))));
        found.ifPresent(
                issuer -> draft.remark("发文机关系推定：据字号的机关代字。", "The issuer is inferred from the prefix of the number."));
        return found;
    }

    /** A notice whose title was lost but which says what it issues and who signed it. */
    void title() {
        if (!draft.title.isEmpty() || !draft.chinese || draft.parts.isEmpty()) {
            return;
        }
        String text = draft.parts.get(0).paragraphs().stream()
                .map(row -> row.words().compact())
                .reduce("", String::concat);
        Matcher issues = ISSUES.matcher(text);
        Optional<String> body = draft.signatories.stream().map(Strand::compact).findFirst();
        if (issues.find() || (issues = Pattern.compile("现将()(《[^《》]+》)(?=印发)").matcher(text)).find()) {
            String verb = issues.group(1).isEmpty() ? "印发" : issues.group(1);
            draft.title = Strand.typed(body.orElse("") + "关于" + verb + issues.group(2) + "的通知");
            draft.remark("标题系推定：来源缺标题，据署名和正文中的书名号拟定，须核对原件。", "The title is inferred.");
        }
    }
}
