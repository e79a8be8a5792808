package io.noticepress.importer;

import io.noticepress.content.files.NoticeFiles;
import io.noticepress.content.frontmatter.KindMatcher;
import io.noticepress.extract.ExtractedLine;
import io.noticepress.importer.account.CharLedger;
import io.noticepress.importer.account.Disposition;
import io.noticepress.importer.account.ImportAccount;
import io.noticepress.importer.clean.LayoutRow;
import io.noticepress.importer.clean.LineCleaner;
import io.noticepress.importer.draft.DraftBody;
import io.noticepress.importer.draft.DraftFrontMatter;
import io.noticepress.importer.draft.SlugChooser;
import io.noticepress.importer.draft.TextMarkIndex;
import io.noticepress.importer.recognise.DocumentRecogniser;
import io.noticepress.importer.recognise.FootnoteCollector;
import io.noticepress.importer.recognise.IssuerMatcher;
import io.noticepress.importer.recognise.RecognisedDocument;
import io.noticepress.importer.source.DecodedSource;
import io.noticepress.importer.source.DocumentFormat;
import io.noticepress.importer.source.ExtractionSandbox;
import io.noticepress.importer.source.LibraryResolver;
import io.noticepress.importer.source.SourceDocument;
import io.noticepress.markdown.lint.ClassificationMark;
import io.noticepress.model.DocumentNumber;
import io.noticepress.model.site.Language;
import io.noticepress.model.site.Site;
import io.noticepress.model.values.Digest;
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
public final class DocumentImporter {

    /** The most characters a document may have. */
    static final int MAX_CHARACTERS = 300_000;

    private static final Message PLEASE_REPORT = new Message("请报告这份文件", "please report this file");

    private final Site site;
    private final Language language;
    private final SourceDocument sourceDocument;
    private final CharLedger charLedger;
    private final RecognisedDocument document;
    private final String displayPath;

    /**
     * What comes of an import.
     *
     * @param number of the notice, by which it is known whether it is there already
     * @param files the edition files by their path below the content folder
     */
    public record ImportedDraft(
            String slug, Optional<DocumentNumber> number, Map<String, String> files, ImportAccount account) {}

    private DocumentImporter(SourceDocument sourceDocument, Site site, String displayPath) {
        if (sourceDocument.text().length() > MAX_CHARACTERS) {
            throw new RunFailed(Problem.of(
                    ProblemCode.TOO_LARGE,
                    displayPath,
                    Message.of(
                            "有 {0} 字，超过 {1} 字的上限",
                            "it has {0} characters, where at most {1} are allowed",
                            sourceDocument.text().length(),
                            MAX_CHARACTERS),
                    new Message(
                            "分成几份导入，附件列入 attachments", "import it in parts; list what is annexed under attachments")));
        }
        this.sourceDocument = sourceDocument;
        this.site = site;
        this.displayPath = displayPath;
        this.charLedger = new CharLedger(sourceDocument.text());
        refuseIfSecret();
        List<LayoutRow> rows = LineCleaner.cleanRows(sourceDocument, charLedger);
        if (rows.isEmpty()) {
            throw importFailed(
                    new Message("文件里没有文字", "there is no text in the file"),
                    new Message("另找有文字的版本", "look for a version with text"));
        }
        boolean chinese = sourceDocument
                                .text()
                                .codePoints()
                                .filter(Character::isIdeographic)
                                .count()
                        * 4
                >= sourceDocument.text().length();
        this.language = site.languages().stream()
                .filter(each -> each.isChinese() == chinese)
                .findFirst()
                .orElseThrow(() -> importFailed(
                        new Message("网站没有这份文件的语种", "the site does not have the language of this document"),
                        new Message("在 site.yaml 的 languages 中添加", "add it to languages in site.yaml")));
        Set<String> names = new HashSet<>();
        site.issuers()
                .values()
                .forEach(issuer -> issuer.name()
                        .words()
                        .values()
                        .forEach(name -> names.add(name.replaceAll("\\s", "").toLowerCase(Locale.ROOT))));
        this.document = new DocumentRecogniser(
                        rows,
                        LineCleaner.isWrapped(sourceDocument),
                        chinese,
                        charLedger,
                        new KindMatcher(site.kinds().values()),
                        names)
                .recognise();
        new FootnoteCollector(sourceDocument, charLedger, document).collect();
    }

    /**
     * A draft from a file.
     *
     * @param encoding of a text file
     * @param slug the name it shall have
     * @param shown the file as the user knows it
     * @throws RunFailed if it cannot be read, or a character would be lost
     */
    public static ImportedDraft importDocument(
            byte[] bytes,
            Path file,
            Optional<String> encoding,
            Optional<String> slug,
            Site site,
            LibraryResolver libraryResolver,
            String shown) {
        String name = file.getFileName().toString();
        String sha256 = Digest.of(bytes).hex();
        Optional<DocumentFormat> format = DocumentFormat.of(bytes, name, shown);
        if (format.isPresent()) {
            List<ExtractedLine> lines = new ExtractionSandbox(libraryResolver, shown).extract(format.get(), file);
            return importDocument(
                    SourceDocument.ofLines(lines, name, sha256, format.get().code()), slug, site, shown);
        }
        DecodedSource decodedSource = DecodedSource.of(bytes, encoding, shown);
        return importDocument(
                SourceDocument.ofText(decodedSource.text(), name, sha256, decodedSource.encoding()), slug, site, shown);
    }

    /** A draft from what was read of a file. */
    static ImportedDraft importDocument(SourceDocument sourceDocument, Optional<String> slug, Site site, String shown) {
        try {
            return new DocumentImporter(sourceDocument, site, shown).buildDraft(slug);
        } catch (CharLedger.DispositionConflict e) {
            Message what = Message.of(
                    "第 {0} 个字符有两个去处，账目不成立",
                    "character {0} would be in two places, and the account would not hold", e.offset() + 1);
            throw new RunFailed(Problem.of(ProblemCode.IMPORT_FAILED, shown, what, PLEASE_REPORT), e);
        }
    }

    private void refuseIfSecret() {
        sourceDocument.lines().stream()
                .filter(extractedLine -> ClassificationMark.isMark(extractedLine.text(), true))
                .findFirst()
                .ifPresent(extractedLine -> {
                    throw new RunFailed(Problem.of(
                            ProblemCode.SECRET_NOTICE,
                            displayPath,
                            Message.of(
                                    "文件带有密级标志“{0}”，涉密文件不得上网",
                                    "the file bears the mark of secrecy \"{0}\" and must not be published",
                                    extractedLine.text().strip()),
                            Message.of(
                                    "确已解密的，删去标志后再导入", "if it is declassified, delete the mark and import it again")));
                });
    }

    private ImportedDraft buildDraft(Optional<String> wanted) {
        IssuerMatcher issuerMatcher = new IssuerMatcher(site, document);
        issuerMatcher.matchIssuers();
        issuerMatcher.inferTitle();
        Optional<DocumentNumber> number = document.number.flatMap(found -> document.isChinese
                ? DocumentNumber.parse(found.text())
                : Optional.of(DocumentNumber.ofFreeText(found.text())));
        SlugChooser slugChooser = new SlugChooser(sourceDocument, document, displayPath);
        String slug = slugChooser.slug(wanted, number);
        NoticeFiles files = new NoticeFiles(slugChooser.year(number), slug, List.of(), List.of());
        Map<String, String> written = new LinkedHashMap<>();
        DraftFrontMatter front = new DraftFrontMatter(site, language, sourceDocument, charLedger, document);
        DraftBody text = new DraftBody(document, charLedger, new TextMarkIndex(sourceDocument));
        String original = front.original();
        written.put(files.editionPath(language.key()), original + text.original());
        site.languages().stream()
                .filter(other -> !other.equals(language))
                .forEach(other ->
                        written.put(files.editionPath(other.key()), front.translationStub() + text.translationStub()));
        settleLineEnds();
        ImportAccount importAccount = ImportAccount.of(sourceDocument, charLedger);
        if (!importAccount.isComplete()) {
            throw importFailed(new Message("字符数合不上", "the characters do not add up"), PLEASE_REPORT);
        }
        return new ImportedDraft(slug, number, written, importAccount);
    }

    /** What remains are line ends; anything else would be lost, and the import fails. */
    private void settleLineEnds() {
        String text = sourceDocument.text();
        int[] next = new int[text.length() + 1];
        next[text.length()] = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            next[i] = Character.isWhitespace(text.charAt(i)) ? next[i + 1] : i;
        }
        int last = -1;
        int seen = 0;
        for (int at = charLedger.nextOpen(0); at >= 0; at = charLedger.nextOpen(at + 1)) {
            char c = text.charAt(at);
            if (!SourceDocument.isLineEnd(c)) {
                throw importFailed(
                        Message.of("第 {0} 行的“{1}”没有着落", "\"{1}\" of line {0} is not accounted for", lineNumber(at), c),
                        PLEASE_REPORT);
            }
            for (; seen < at; seen++) {
                last = Character.isWhitespace(text.charAt(seen)) ? last : seen;
            }
            boolean joined = last >= 0
                    && next[at] < text.length()
                    && charLedger.disposition(last) == Disposition.KEPT
                    && charLedger.disposition(next[at]) == Disposition.KEPT
                    && "。：；！？".indexOf(text.charAt(last)) < 0;
            charLedger.assignIfOpen(
                    at,
                    at + 1,
                    c == '\f' ? Disposition.FORM_FEED : joined ? Disposition.LINE_WRAP : Disposition.PARAGRAPH_BREAK);
        }
    }

    private int lineNumber(int at) {
        int line = Collections.binarySearch(sourceDocument.lineStarts(), at);
        return line >= 0 ? line + 1 : -line - 1;
    }

    private RunFailed importFailed(Message what, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.IMPORT_FAILED, displayPath, what, mend));
    }
}
