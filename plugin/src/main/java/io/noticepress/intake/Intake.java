package io.noticepress.intake;

import io.noticepress.content.KindNames;
import io.noticepress.content.NoticeFiles;
import io.noticepress.extract.ExtractedLine;
import io.noticepress.markdown.ClassificationMark;
import io.noticepress.model.Digest;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.Language;
import io.noticepress.model.Site;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One document on its way to a draft notice. */
public final class Intake {

    /** The most characters a document may have. */
    static final int MOST = 300_000;

    private static final Message REPORT = new Message("请报告这份文件", "please report this file");

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
    public record Result(String slug, Optional<DocumentNumber> number, Map<String, String> files, Account account) {}

    private Intake(Source source, Site site, String shown) {
        if (source.text().length() > MOST) {
            throw new RunFailed(Problem.of(
                    ProblemCode.TOO_LARGE,
                    shown,
                    Message.of(
                            "有 {0} 字，超过 {1} 字的上限",
                            "it has {0} characters, where at most {1} are allowed",
                            source.text().length(),
                            MOST),
                    new Message(
                            "分成几份导入，附件列入 attachments", "import it in parts; list what is annexed under attachments")));
        }
        this.source = source;
        this.site = site;
        this.shown = shown;
        this.ledger = new Ledger(source.text());
        secrecy();
        List<Row> rows = Tidying.rows(source, ledger);
        if (rows.isEmpty()) {
            throw failed(
                    new Message("文件里没有文字", "there is no text in the file"),
                    new Message("另找有文字的版本", "look for a version with text"));
        }
        boolean chinese =
                source.text().codePoints().filter(Character::isIdeographic).count() * 4
                        >= source.text().length();
        this.language = site.languages().stream()
                .filter(each -> each.isChinese() == chinese)
                .findFirst()
                .orElseThrow(() -> failed(
                        new Message("网站没有这份文件的语种", "the site does not have the language of this document"),
                        new Message("在 site.yaml 的 languages 中添加", "add it to languages in site.yaml")));
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
     * @throws RunFailed if it cannot be read, or a character would be lost
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
            List<ExtractedLine> lines = new Sandbox(libraries, shown).lines(format.get(), file);
            return of(Source.ofLines(lines, name, sha256, format.get().word()), slug, site, shown);
        }
        Decoding decoding = Decoding.of(bytes, encoding, shown);
        return of(Source.ofText(decoding.text(), name, sha256, decoding.encoding()), slug, site, shown);
    }

    /** A draft from what was read of a file. */
    static Result of(Source source, Optional<String> slug, Site site, String shown) {
        try {
            return new Intake(source, site, shown).result(slug);
        } catch (Ledger.Contradiction e) {
            Message what = Message.of(
                    "第 {0} 个字符有两个去处，账目不成立",
                    "character {0} would be in two places, and the account would not hold", e.place() + 1);
            throw new RunFailed(Problem.of(ProblemCode.IMPORT_FAILED, shown, what, REPORT), e);
        }
    }

    private void secrecy() {
        source.lines().stream()
                .filter(extractedLine -> ClassificationMark.isMark(extractedLine.text(), true))
                .findFirst()
                .ifPresent(extractedLine -> {
                    throw new RunFailed(Problem.of(
                            ProblemCode.SECRET_NOTICE,
                            shown,
                            Message.of(
                                    "文件带有密级标志“{0}”，涉密文件不得上网",
                                    "the file bears the mark of secrecy \"{0}\" and must not be published",
                                    extractedLine.text().strip()),
                            Message.of(
                                    "确已解密的，删去标志后再导入", "if it is declassified, delete the mark and import it again")));
                });
    }

    private Result result(Optional<String> wanted) {
        Origin origin = new Origin(site, draft);
        origin.issuers();
        origin.title();
        Optional<DocumentNumber> number = draft.number.flatMap(found -> draft.chinese
                ? DocumentNumber.parse(found.text())
                : Optional.of(DocumentNumber.ofFreeText(found.text())));
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
            throw failed(new Message("字符数合不上", "the characters do not add up"), REPORT);
        }
        return new Result(slug, number, written, account);
    }

    /** What remains are line ends; anything else would be lost, and the import fails. */
    private void settle() {
        String text = source.text();
        int[] next = new int[text.length() + 1];
        next[text.length()] = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            next[i] = Character.isWhitespace(text.charAt(i)) ? next[i + 1] : i;
        }
        int last = -1;
        int seen = 0;
        for (int at = ledger.open(0); at >= 0; at = ledger.open(at + 1)) {
            char c = text.charAt(at);
            if (!Source.isLineEnd(c)) {
                throw failed(
                        Message.of("第 {0} 行的“{1}”没有着落", "\"{1}\" of line {0} is not accounted for", line(at), c),
                        REPORT);
            }
            for (; seen < at; seen++) {
                last = Character.isWhitespace(text.charAt(seen)) ? last : seen;
            }
            boolean joined = last >= 0
                    && next[at] < text.length()
                    && ledger.fate(last) == Fate.KEPT
                    && ledger.fate(next[at]) == Fate.KEPT
                    && "。：；！？".indexOf(text.charAt(last)) < 0;
            ledger.settle(at, at + 1, c == '\f' ? Fate.FORM_FEED : joined ? Fate.LINE_WRAP : Fate.PARAGRAPH_BREAK);
        }
    }

    private int line(int at) {
        int line = Collections.binarySearch(source.starts(), at);
        return line >= 0 ? line + 1 : -line - 1;
    }

    private RunFailed failed(Message what, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.IMPORT_FAILED, shown, what, mend));
    }
}
