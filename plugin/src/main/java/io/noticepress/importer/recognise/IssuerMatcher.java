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

/** Finds the issuers of a document among those of the site: by name, otherwise by title or by the prefix of the number. */
public final class IssuerMatcher {
    /** What follows the name of a body in its letterhead. */
    public static final Pattern LETTERHEAD_SUFFIX =
            Pattern.compile("\\s*(?:文件|(?:常务|办公|党组|党委|专题|全体)?会议纪要|纪要|令|公告|通告)$");

    private static final Pattern ISSUING_PHRASE = Pattern.compile("(印发|转发|公布)(《[^《》]+》)");

    private final Site site;
    private final RecognisedDocument document;

    public IssuerMatcher(Site site, RecognisedDocument document) {
        this.site = site;
        this.document = document;
    }

    /** Finds the issuers by letterhead and signature, then by title, then by number. An unknown one among several becomes TODO. */
    public void matchIssuers() {
        String letterheadName =
                LETTERHEAD_SUFFIX.matcher(document.letterhead.text()).replaceFirst("");
        List<String> bodies = new ArrayList<>(List.of(letterheadName.split(" ")));
        document.signatories.forEach(signatory -> bodies.add(signatory.text()));
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
        } else if (letterheadName.contains(" ") || document.signatories.size() > 1) {
            unknown.forEach(name -> {
                document.issuerKeys.add("TODO");
                document.addRemark(
                        "issuers.yaml 中没有“" + name + "”：添加 键: {名称} 后，把键写在 issuer 的 TODO 处",
                        "issuers.yaml has no \"" + name + "\": add it, then write its key for the TODO of issuer");
            });
        }
    }

    private Optional<Issuer> findByName(String name) {
        String plain = DocumentPatterns.withoutBlanks(name);
        return plain.isEmpty()
                ? Optional.empty()
                : site.issuers().values().stream()
                        .filter(issuer -> issuer.name().words().values().stream()
                                .anyMatch(text -> text.replaceAll("\\s", "").equalsIgnoreCase(plain)))
                        .findFirst();
    }

    private Optional<Issuer> findByTitle() {
        return site.issuers().values().stream()
                .filter(issuer -> issuer.name().words().values().stream()
                        .anyMatch(name -> document.title.withoutBlanks().startsWith(name.replaceAll("\\s", "") + "关于")))
                .findFirst();
    }

    /** Whether a name consists of characters of the full name in the same order: 示例省科协 of 示例省科学技术协会. */
    private static boolean isAbbreviation(String name, String fullName) {
        int matched = 0;
        for (int i = 0; i < fullName.length() && matched < name.length(); i++) {
            matched += fullName.charAt(i) == name.charAt(matched) ? 1 : 0;
        }
        return matched == name.length();
    }

    /** The issuer with the longest prefix of the number; none if the document names a different body. */
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

    /** Infers a missing title from the document that the notice issues and from its signature. */
    public void inferTitle() {
        if (!document.title.isEmpty() || !document.isChinese || document.parts.isEmpty()) {
            return;
        }
        String text = document.parts.get(0).paragraphs().stream()
                .map(layoutRow -> layoutRow.mappedText().withoutBlanks())
                .collect(Collectors.joining());
        Matcher issuing = ISSUING_PHRASE.matcher(text);
        Optional<String> body =
                document.signatories.stream().map(MappedText::withoutBlanks).findFirst();
        if (issuing.find() || (issuing = Pattern.compile("现将()(《[^《》]+》)(?=印发)").matcher(text)).find()) {
            String verb = issuing.group(1).isEmpty() ? "印发" : issuing.group(1);
            document.title = MappedText.unmapped(body.orElse("") + "关于" + verb + issuing.group(2) + "的通知");
            document.addRemark("标题系推定：来源缺标题，据署名和正文中的书名号拟定，须核对原件。", "The title is inferred.");
        }
    }
}
