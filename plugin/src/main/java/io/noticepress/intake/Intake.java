package io.noticepress.intake;

import io.noticepress.content.KindNames;
import io.noticepress.content.NoticeFiles;
import io.noticepress.content.Slug;
import io.noticepress.extract.Line;
import io.noticepress.markdown.Secrecy;
import io.noticepress.model.Digest;
import io.noticepress.model.DocNumber;
import io.noticepress.model.Issuer;
import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.problem.Halt;
import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One document on its way to a draft notice. */
public final class Intake {
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d{2})\\s*年");
    private static final Pattern ISSUES = Pattern.compile("(印发|转发|公布)(《[^《》]+》)");

    private final Site site;
    private final Language language;
    private final Source source;
    private final Ledger ledger;
    private final Draft draft;
    private final String shown;

    /**
     * What comes of an import.
     *
     * @param number of the notice, by which it is known whether it is there already
     * @param files the edition files by their path below the content folder
     */
    public record Result(String slug, Optional<DocNumber> number, Map<String, String> files, Account account) {}

    private Intake(Source source, Site site, String shown) {
        this.source = source;
        this.site = site;
        this.shown = shown;
        this.ledger = new Ledger(source.text());
        secrecy();
        List<Row> rows = Tidying.rows(source, ledger);
        if (rows.isEmpty()) {
            throw failed(
                    new Phrase("文件里没有文字", "there is no text in the file"),
                    new Phrase("另找有文字的版本", "look for a version with text"));
        }
        boolean chinese =
                source.text().codePoints().filter(Character::isIdeographic).count() * 4
                        >= source.text().length();
        this.language = site.languages().stream()
                .filter(each -> each.isChinese() == chinese)
                .findFirst()
                .orElseThrow(() -> failed(
                        new Phrase("网站没有这份文件的语种", "the site does not have the language of this document"),
                        new Phrase("在 site.yaml 的 languages 中添加", "add it to languages in site.yaml")));
        Set<String> names = new HashSet<>();
        site.issuers()
                .values()
                .forEach(issuer -> issuer.name().words().values().forEach(name -> names.add(name.replace(" ", ""))));
        this.draft = new Recogniser(
                        rows,
                        Tidying.isWrapped(source),
                        ledger,
                        new KindNames(site.kinds().values()),
                        names)
                .draft();
        draft.chinese = chinese;
    }

    /**
     * A draft from a file.
     *
     * @param encoding of a text file
     * @param slug the name it shall have
     * @param shown the file as the user knows it
     * @throws Halt if it cannot be read, or a character would be lost
     */
    public static Result of(
            byte[] bytes,
            Path file,
            Optional<String> encoding,
            Optional<String> slug,
            Site site,
            Libraries libraries,
            String shown) {
        String name = file.getFileName().toString();
        String sha256 = Digest.of(bytes).hex();
        Optional<Format> format = Format.of(bytes, name, shown);
        if (format.isPresent()) {
            List<Line> lines = new Sandbox(libraries, shown).lines(format.get(), file);
            return new Intake(Source.ofLines(lines, name, sha256, format.get().word()), site, shown).result(slug);
        }
        Decoding decoding = Decoding.of(bytes, encoding, shown);
        return new Intake(Source.ofText(decoding.text(), name, sha256, decoding.encoding()), site, shown).result(slug);
    }

    private void secrecy() {
        source.lines().stream()
                .filter(line -> Secrecy.isMark(line.text(), true))
                .findFirst()
                .ifPresent(line -> {
                    throw new Halt(Problem.of(
                            Mistake.SECRET_NOTICE,
                            shown,
                            Phrase.of(
                                    "文件带有密级标志“{0}”，涉密文件不得上网",
                                    "the file bears the mark of secrecy \"{0}\" and must not be published",
                                    line.text().strip()),
                            Phrase.of("确已解密的，删去标志后再导入", "if it is declassified, delete the mark and import it again")));
                });
    }

    private Result result(Optional<String> wanted) {
        issuers();
        inferTitle();
        Optional<DocNumber> number = draft.number.flatMap(
                found -> draft.chinese ? DocNumber.parse(found.text()) : Optional.of(DocNumber.free(found.text())));
        String slug = slug(wanted, number);
        NoticeFiles files = new NoticeFiles(year(number), slug, List.of(), List.of());
        Map<String, String> written = new LinkedHashMap<>();
        String front = front();
        DraftText text = new DraftText(draft, ledger);
        written.put(files.edition(language.key()), front + text.text());
        site.languages().stream()
                .filter(other -> !other.equals(language))
                .forEach(other -> written.put(files.edition(other.key()), stub() + text.stub()));
        settle();
        Account account = Account.of(source, ledger);
        if (!account.isComplete()) {
            throw failed(
                    new Phrase("字符数合不上", "the characters do not add up"),
                    new Phrase("请报告这份文件", "please report this file"));
        }
        return new Result(slug, number, written, account);
    }

    /** What remains are line ends; anything else would be lost, and the import fails. */
    private void settle() {
        for (int at = ledger.open(); at >= 0; at = ledger.open()) {
            char c = source.text().charAt(at);
            if (c != '\n' && c != '\r' && c != '\f') {
                int line = 1
                        + (int) source.text()
                                .substring(0, at)
                                .chars()
                                .filter(each -> each == '\n')
                                .count();
                throw failed(
                        Phrase.of("第 {0} 行的“{1}”没有着落", "\"{1}\" of line {0} is not accounted for", line, c),
                        new Phrase("请报告这份文件", "please report this file"));
            }
            boolean joined = isKept(at, -1) && isKept(at, 1) && blankAround(at);
            ledger.settle(at, at + 1, c == '\f' ? Fate.FORM_FEED : joined ? Fate.LINE_WRAP : Fate.PARAGRAPH_BREAK);
        }
    }

    private boolean isKept(int at, int step) {
        int i = at;
        while (i >= 0
                && i < ledger.size()
                && Character.isWhitespace(source.text().charAt(i))) {
            i += step;
        }
        return i >= 0 && i < ledger.size() && ledger.fate(i) == Fate.KEPT;
    }

    private boolean blankAround(int at) {
        return !source.text().substring(0, at).strip().matches("(?s).*[。：；！？]");
    }

    private void issuers() {
        List<Strand> names = new ArrayList<>();
        String mark = draft.letterhead.text().replaceAll("\\s*文件$", "");
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
    private void inferTitle() {
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

    private String slug(Optional<String> wanted, Optional<DocNumber> number) {
        String slug = wanted.orElseGet(() -> number.filter(found -> !draft.issuers.isEmpty() && found.serial() > 0)
                .map(found ->
                        draft.issuers.get(0) + (found.year() > 0 ? "-" + found.year() : "") + "-" + found.serial())
                .orElseGet(() -> Slug.mended(source.name().replaceFirst("\\.[^.]*$", ""))));
        Slug.fault(slug).ifPresent(fault -> {
            throw new Halt(Problem.of(
                    Mistake.INVALID_SLUG,
                    shown,
                    fault,
                    Phrase.of("用 -Dnoticepress.slug 指定名称", "choose a name with -Dnoticepress.slug")));
        });
        return slug;
    }

    private String year(Optional<DocNumber> number) {
        int year = draft.issued
                .map(LocalDate::getYear)
                .orElseGet(() ->
                        number.map(DocNumber::year).filter(found -> found > 0).orElse(0));
        if (year == 0) {
            Matcher named = YEAR.matcher(source.text());
            while (named.find()) {
                year = Math.max(year, Integer.parseInt(named.group(1)));
            }
        }
        if (year == 0) {
            throw failed(
                    new Phrase("文件里找不到年份", "there is no year in the file"),
                    new Phrase("在文件末尾补上成文日期", "add the date of issue at its end"));
        }
        return Integer.toString(year);
    }

    private String front() {
        Front front = new Front();
        draft.remarks.forEach(front::comment);
        front.field("title", draft.title.isEmpty() ? "TODO" : kept(draft.title, "title"));
        draft.number.ifPresent(number -> front.field("number", kept(number, "number")));
        issuer(front);
        front.field("issued", draft.issued.map(LocalDate::toString).orElse("TODO"));
        topics(front);
        if (!draft.title.isEmpty()
                && new KindNames(site.kinds().values())
                        .ofTitle(draft.title.text())
                        .isEmpty()) {
            front.field("kind", "TODO");
        }
        letterhead(front);
        if (!draft.recipients.isEmpty()) {
            front.list("recipients", kept(draft.recipients, "recipients"));
        }
        signatories(front);
        if (!draft.note.isEmpty()) {
            front.field("note", kept(draft.note, "note"));
        }
        if (!draft.cc.isEmpty()) {
            front.list("cc", kept(draft.cc, "cc"));
        }
        draft.printed.ifPresent(date -> {
            String office =
                    draft.office.isEmpty() ? "" : "office: " + Front.quoted(kept(draft.office, "printed")) + ", ";
            front.lines("printed: {" + office + "date: " + date + "}");
        });
        front.lines("source:\n  file: " + Front.quoted(source.name()) + "\n  sha256: " + source.sha256());
        front.field("draft", "true");
        String text = draft.parts.stream()
                .flatMap(part -> part.paragraphs().stream())
                .map(Row::text)
                .reduce("", String::concat);
        List<String> misprints = Misprints.of(text);
        if (draft.chinese && !misprints.isEmpty()) {
            front.comment("疑似排印错误，照录未改：" + String.join("、", misprints));
        }
        return front.text();
    }

    private void issuer(Front front) {
        if (draft.issuers.isEmpty()) {
            String name = draft.signatories.isEmpty()
                    ? draft.letterhead.text().replaceAll("\\s*文件$", "")
                    : draft.signatories.get(0).text();
            front.comment(
                    draft.chinese
                            ? "issuers.yaml 中没有“" + name + "”：添加 键: {名称} 后，把键写在这里"
                            : "issuers.yaml has no \"" + name + "\": add it, then write its key here");
            front.field("issuer", "TODO");
        } else if (draft.issuers.size() == 1) {
            front.field("issuer", draft.issuers.get(0));
        } else {
            front.list("issuer", draft.issuers);
        }
    }

    private void topics(Front front) {
        String text = source.text();
        List<String> suggested = site.topics().values().stream()
                .filter(topic -> topic.name().words().values().stream()
                        .anyMatch(name -> name.length() > 1 && text.contains(name)))
                .map(topic -> topic.key() + "（" + topic.name().in(language) + "）")
                .limit(5)
                .toList();
        if (!suggested.isEmpty()) {
            front.comment((draft.chinese ? "可选主题：" : "topics that may fit: ") + String.join("、", suggested));
        }
        front.list("topics", List.of("TODO"));
    }

    private void letterhead(Front front) {
        String names = draft.issuers.stream()
                .map(key -> site.issuers().get(key).name().in(language))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
        if (draft.letterhead.isEmpty()) {
            return;
        }
        if (draft.letterhead.text().equals(names)) {
            ledger.turn(draft.letterhead, Fate.ISSUER_KEY);
        } else {
            front.field("letterhead", kept(draft.letterhead, "letterhead"));
        }
    }

    private void signatories(Front front) {
        List<String> names = draft.issuers.stream()
                .map(key -> site.issuers().get(key).name().in(language))
                .toList();
        if (draft.signatories.isEmpty()) {
            return;
        }
        if (draft.signatories.stream().map(Strand::text).toList().equals(names)) {
            draft.signatories.forEach(each -> ledger.turn(each, Fate.SIGNATURE));
        } else {
            front.list("signatories", kept(draft.signatories, "signatories"));
        }
    }

    private String kept(Strand words, String field) {
        ledger.keep(words, field);
        return words.text();
    }

    private List<String> kept(List<Strand> words, String field) {
        return words.stream().map(each -> kept(each, field)).toList();
    }

    /** The front matter of a translation: words alone, all to be done. */
    private String stub() {
        Front front = new Front().field("title", "TODO");
        if (!draft.recipients.isEmpty()) {
            front.list(
                    "recipients", draft.recipients.stream().map(each -> "TODO").toList());
        }
        if (!draft.cc.isEmpty()) {
            front.list("cc", draft.cc.stream().map(each -> "TODO").toList());
        }
        if (!draft.note.isEmpty()) {
            front.field("note", "TODO");
        }
        if (draft.printed.isPresent() && !draft.office.isEmpty()) {
            front.lines("printed: {office: TODO}");
        }
        return front.lines("translation: {state: draft}").text();
    }

    private Halt failed(Phrase what, Phrase mend) {
        return new Halt(Problem.of(Mistake.IMPORT_FAILED, shown, what, mend));
    }
}
