package io.noticepress.importer.recognise;

import io.noticepress.importer.clean.DocumentPatterns;
import io.noticepress.importer.source.MappedText;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who issued a document, found among the issuers of the site: by its name, else by the prefix of the number. */
public final class IssuerMatcher {
    /** What stands behind the name of a body in its letterhead. */
    public static final Pattern LETTERHEAD_SUFFIX =
            Pattern.compile("\\s*(?:文件|(?:常务|办公|党组|党委|专题|全体)?会议纪要|纪要|令|公告|通告)$");

    private static final Pattern ISSUING_PHRASE = Pattern.compile("(印发|转发|公布)(《[^《》]+》)");

    private final Site site;
    private final RecognisedDocument document;

    public IssuerMatcher(Site site, RecognisedDocument document) {
        this.site = site;
        this.document = document;
    }

    /** Finds them in letterhead and signature, else by the title, else by the number. One of several that is not known is left to the editor. */
    public void matchIssuers() {
        String mark = LETTERHEAD_SUFFIX.matcher(document.letterhead.text()).replaceFirst("");
        List<String> bodies = new ArrayList<>(List.of(mark.split(" ")));
        document.signatories.forEach(each -> bodies.add(each.text()));
        List<String> unknown = new ArrayList<>();
        for (String body : bodies) {
            Optional<String> key = findByName(body).map(Issuer::key);
            if (key.isEmpty() && DocumentPatterns.isBodyName(body) && !unknown.contains(body)) {
                unknown.add(body);
            }
            key.filter(found -> !document.issuerKeys.contains(found)).ifPresent(document.issuerKeys::add);
        }
        if (document.issuerKeys.isEmpty()) {
            findByTitle().or(() -> findByPrefix(unknown)).ifPresent(issuer -> document.issuerKeys.add(issuer.key()));
        } else if (mark.contains(" ") || document.signatories.size() > 1) {
            unknown.forEach(name -> {
                document.issuerKeys.add("TODO");
                document.addRemark(
                        "issuers.yaml 中没有“" + name + "”：添加 键: {名称} 后，把键写在 issuer 的 TODO 处",
                        "issuers.yaml has no \"" + name + "\": add it, then write its key for the TODO of issuer");
            });
        }
    }

    private Optional<Issuer> findByName(String name) {
        String plain = name.replaceAll("[\\s\\u3000]+", "");
        return plain.isEmpty()
                ? Optional.empty()
                : site.issuers().values().stream()
                        .filter(issuer -> issuer.name().words().values().stream()
                                .anyMatch(word -> word.replaceAll("\\s", "").equalsIgnoreCase(plain)))
                        .findFirst();
    }

    private Optional<Issuer> findByTitle() {
        return site.issuers().values().stream()
                .filter(issuer -> issuer.name().words().values().stream()
                        .anyMatch(word -> document.title.withoutBlanks().startsWith(word.replaceAll("\\s", "") + "关于")))
                .findFirst();
    }

    /** Whether a name is a short form of another: 示例省科协 of 示例省科学技术协会. */
    private static boolean isAbbreviation(String name, String whole) {
        int at = 0;
        for (int i = 0; i < whole.length() && at < name.length(); i++) {
            at += whole.charAt(i) == name.charAt(at) ? 1 : 0;
        }
        return at == name.length();
    }

    /** By the number; not if the document names another body. */
    private Optional<Issuer> findByPrefix(List<String> unknown) {
        Optional<Issuer> found = document.number
                .flatMap(number -> site.issuers().values().stream()
                        .filter(issuer -> issuer.prefixes().stream().anyMatch(number.text()::startsWith))
                        .max(Comparator.comparing(issuer -> issuer.prefixes().stream()
                                .filter(number.text()::startsWith)
                                .mapToInt(String::length)
                                .max()
                                .orElse(0))))
                .filter(issuer -> unknown.isEmpty()
                        || issuer.name().words().values().stream()
                                .anyMatch(name -> unknown.stream().anyMatch(each -> isAbbreviation(each, name))));
        found.ifPresent(issuer ->
                document.addRemark("发文机关系推定：据字号的机关代字。", "The issuer is inferred from the prefix of the number."));
        return found;
    }

    /** A notice whose title was lost but which says what it issues and who signed it. */
    public void inferTitle() {
        if (!document.title.isEmpty() || !document.isChinese || document.parts.isEmpty()) {
            return;
        }
        String text = document.parts.get(0).paragraphs().stream()
                .map(layoutRow -> layoutRow.mappedText().withoutBlanks())
                .collect(Collectors.joining());
        Matcher issues = ISSUING_PHRASE.matcher(text);
        Optional<String> body =
                document.signatories.stream().map(MappedText::withoutBlanks).findFirst();
        if (issues.find() || (issues = Pattern.compile("现将()(《[^《》]+》)(?=印发)").matcher(text)).find()) {
            String verb = issues.group(1).isEmpty() ? "印发" : issues.group(1);
            document.title = MappedText.unmapped(body.orElse("") + "关于" + verb + issues.group(2) + "的通知");
            document.addRemark("标题系推定：来源缺标题，据署名和正文中的书名号拟定，须核对原件。", "The title is inferred.");
        }
    }
}
