package io.noticepress.intake;

import io.noticepress.content.KindNames;
import io.noticepress.content.NoticeFiles;
import io.noticepress.extract.Line;
import io.noticepress.markdown.Secrecy;
import io.noticepress.model.Digest;
import io.noticepress.model.DocNumber;
import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.problem.Halt;
import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One document on its way to a draft notice. */
public final class Intake {

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
                .forEach(issuer -> issuer.name()
                        .words()
                        .values()
                        .forEach(name -> names.add(name.replaceAll("\\s", "").toLowerCase(Locale.ROOT))));
        this.draft = new Recogniser(
                        rows,
                        Tidying.isWrapped(source),
                        chinese,
                        ledger,
                        new KindNames(site.kinds().values()),
                        names)
                .draft();
        new Asides(source, ledger, draft).take();
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
        Origin origin = new Origin(site, draft);
        origin.issuers();
        origin.title();
        Optional<DocNumber> number = draft.number.flatMap(
                found -> draft.chinese ? DocNumber.parse(found.text()) : Optional.of(DocNumber.free(found.text())));
        Naming naming = new Naming(source, draft, shown);
        String slug = naming.slug(wanted, number);
        NoticeFiles files = new NoticeFiles(naming.year(number), slug, List.of(), List.of());
        Map<String, String> written = new LinkedHashMap<>();
        FrontText front = new FrontText(site, language, source, ledger, draft);
        DraftText text = new DraftText(draft, ledger, new Typography(source));
        String original = front.original();
        written.put(files.edition(language.key()), original + text.text());
        site.languages().stream()
                .filter(other -> !other.equals(language))
                .forEach(other -> written.put(files.edition(other.key()), front.stub() + text.stub()));
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

    private Halt failed(Phrase what, Phrase mend) {
        return new Halt(Problem.of(Mistake.IMPORT_FAILED, shown, what, mend));
    }
}
