package io.noticepress.intake;

import io.noticepress.model.Issuer;
import io.noticepress.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who issued a document, found among the issuers of the site: by its name, else by the prefix of the number. */
final class Origin {
    /** What stands behind the name of a body in its letterhead. */
    static final Pattern MARKS = Pattern.compile("\\s*(?:文件|(?:常务|办公|党组|党委|专题|全体)?会议纪要|纪要|令|公告|通告)$");

    private static final Pattern ISSUES = Pattern.compile("(印发|转发|公布)(《[^《》]+》)");

    private final Site site;
    private final Draft draft;

    Origin(Site site, Draft draft) {
        this.site = site;
        this.draft = draft;
    }

    /** Finds them in letterhead and signature, else by the title, else by the number. One of several that is not known is left to the editor. */
    void issuers() {
        String mark = MARKS.matcher(draft.letterhead.text()).replaceFirst("");
        List<String> bodies = new ArrayList<>(List.of(mark.split(" ")));
        draft.signatories.forEach(each -> bodies.add(each.text()));
        List<String> unknown = new ArrayList<>();
        for (String body : bodies) {
            Optional<String> key = issuer(body).map(Issuer::key);
            if (key.isEmpty() && Idioms.isBody(body) && !unknown.contains(body)) {
                unknown.add(body);
            }
            key.filter(found -> !draft.issuers.contains(found)).ifPresent(draft.issuers::add);
        }
        if (draft.issuers.isEmpty()) {
            byTitle().or(() -> byPrefix(unknown)).ifPresent(issuer -> draft.issuers.add(issuer.key()));
        } else if (mark.contains(" ") || draft.signatories.size() > 1) {
            unknown.forEach(name -> {
                draft.issuers.add("TODO");
                draft.remark(
                        "issuers.yaml 中没有“" + name + "”：添加 键: {名称} 后，把键写在 issuer 的 TODO 处",
                        "issuers.yaml has no \"" + name + "\": add it, then write its key for the TODO of issuer");
            });
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

    /** Whether a name is a short form of another: 示例省科协 of 示例省科学技术协会. */
    private static boolean isShort(String name, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < name.length(); i++) {
            at += whole.charAt(i) == name.charAt(at) ? 1 : 0;
        }
        return at == name.length();
    }

    /** By the number; not if the document names another body. */
    private Optional<Issuer> byPrefix(List<String> unknown) {
        Optional<Issuer> found = draft.number
                .flatMap(number -> site.issuers().values().stream()
                        .filter(issuer -> issuer.prefixes().stream().anyMatch(number.text()::startsWith))
                        .max(Comparator.comparing(issuer -> issuer.prefixes().stream()
                                .filter(number.text()::startsWith)
                                .mapToInt(String::length)
                                .max()
                                .orElse(0))))
                .filter(issuer -> unknown.isEmpty()
                        || issuer.name().words().values().stream()
                                .anyMatch(name -> unknown.stream().anyMatch(each -> isShort(each, name))));
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
                .collect(Collectors.joining());
        Matcher issues = ISSUES.matcher(text);
        Optional<String> body = draft.signatories.stream().map(Strand::compact).findFirst();
        if (issues.find() || (issues = Pattern.compile("现将()(《[^《》]+》)(?=印发)").matcher(text)).find()) {
            String verb = issues.group(1).isEmpty() ? "印发" : issues.group(1);
            draft.title = Strand.typed(body.orElse("") + "关于" + verb + issues.group(2) + "的通知");
            draft.remark("标题系推定：来源缺标题，据署名和正文中的书名号拟定，须核对原件。", "The title is inferred.");
        }
    }
}
