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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports one document: reads it, recognises its elements and writes a draft notice. */
public final class DocumentImporter {

    /** The maximum length of a document in characters. */
    static final int MAX_CHARACTERS = 300_000;

    private static final Message PLEASE_REPORT = new Message("请报告这份文件", "please report this file");

    private final Site site;
    private final SourceDocument sourceDocument;
    private final CharLedger charLedger;
    private final String displayPath;

    private DocumentImporter(SourceDocument sourceDocument, Site site, String displayPath) {
        this.sourceDocument = sourceDocument;
        this.site = site;
        this.displayPath = displayPath;
        this.charLedger = new CharLedger(sourceDocument.text());
    }

    /**
     * Imports a file.
     *
     * @param encoding of a text file; detected if empty
     * @param slug of the notice; derived from the document if empty
     * @param displayPath the file's path as shown to the user
     * @throws RunFailed if the file cannot be read, or a character would be lost
     */
    public static ImportedDraft importDocument(
            byte[] bytes,
            Path file,
            Optional<String> encoding,
            Optional<String> slug,
            Site site,
            LibraryResolver libraryResolver,
            String displayPath) {
        String name = file.getFileName().toString();
        String sha256 = Digest.of(bytes).hex();
        Optional<DocumentFormat> format = DocumentFormat.of(bytes, name, displayPath);
        if (format.isPresent()) {
            List<ExtractedLine> lines = new ExtractionSandbox(libraryResolver, displayPath).extract(format.get(), file);
            return importDocument(
                    SourceDocument.ofLines(lines, name, sha256, format.get().code()), slug, site, displayPath);
        }
        DecodedSource decodedSource = DecodedSource.of(bytes, encoding, displayPath);
        return importDocument(
                SourceDocument.ofText(decodedSource.text(), name, sha256, decodedSource.encoding()),
                slug,
                site,
                displayPath);
    }

    /** Imports a document that has been read into text. */
    static ImportedDraft importDocument(
            SourceDocument sourceDocument, Optional<String> slug, Site site, String displayPath) {
        refuseIfTooLarge(sourceDocument, displayPath);
        try {
            return new DocumentImporter(sourceDocument, site, displayPath).createDraft(slug);
        } catch (CharLedger.DispositionConflict e) {
            Message what = Message.of(
                    "第 {0} 个字符有两个去处，账目不成立",
                    "character {0} was assigned twice; the account does not balance", e.offset() + 1);
            throw new RunFailed(Problem.of(ProblemCode.IMPORT_FAILED, displayPath, what, PLEASE_REPORT), e);
        }
    }

    private static void refuseIfTooLarge(SourceDocument sourceDocument, String displayPath) {
        if (sourceDocument.text().length() > MAX_CHARACTERS) {
            throw new RunFailed(Problem.of(
                    ProblemCode.TOO_LARGE,
                    displayPath,
                    Message.of(
                            "有 {0} 字，超过 {1} 字的上限",
                            "it has {0} characters; at most {1} are allowed",
                            sourceDocument.text().length(),
                            MAX_CHARACTERS),
                    new Message("分成几份导入，附件列入 attachments", "import it in parts; list annexes under attachments")));
        }
    }

    private ImportedDraft createDraft(Optional<String> requestedSlug) {
        refuseIfSecret();
        List<LayoutRow> rows = LineCleaner.cleanRows(sourceDocument, charLedger);
        if (rows.isEmpty()) {
            throw importFailed(
                    new Message("文件里没有文字", "the file contains no text"),
                    new Message("另找有文字的版本", "find a version with text"));
        }
        boolean isChinese = isMostlyChinese(sourceDocument.text());
        Language language = findLanguage(isChinese);
        RecognisedDocument document = recognise(rows, isChinese);
        IssuerMatcher issuerMatcher = new IssuerMatcher(site, document);
        issuerMatcher.matchIssuers();
        issuerMatcher.inferTitle();
        return writeDraft(document, language, requestedSlug);
    }

    /** Whether at least a quarter of the characters are Chinese. */
    private static boolean isMostlyChinese(String text) {
        long ideographs = text.codePoints().filter(Character::isIdeographic).count();
        return ideographs * 4 >= text.length();
    }

    private Language findLanguage(boolean isChinese) {
        return site.languages().stream()
                .filter(language -> language.isChinese() == isChinese)
                .findFirst()
                .orElseThrow(() -> importFailed(
                        new Message("网站没有这份文件的语种", "the site does not have the document's language"),
                        new Message("在 site.yaml 的 languages 中添加", "add it to languages in site.yaml")));
    }

    private RecognisedDocument recognise(List<LayoutRow> rows, boolean isChinese) {
        RecognisedDocument document = new DocumentRecogniser(
                        rows,
                        LineCleaner.isWrapped(sourceDocument),
                        isChinese,
                        charLedger,
                        new KindMatcher(site.kinds().values()),
                        issuerNames())
                .recognise();
        new FootnoteCollector(sourceDocument, charLedger, document).collect();
        return document;
    }

    /** The names of all issuers in all languages, without white space and in lower case. */
    private Set<String> issuerNames() {
        return site.issuers().values().stream()
                .flatMap(issuer -> issuer.name().words().values().stream())
                .map(name -> name.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
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
                                    "the file has the classification mark \"{0}\" and must not be published",
                                    extractedLine.text().strip()),
                            Message.of(
                                    "确已解密的，删去标志后再导入",
                                    "if it has been declassified, delete the mark and import it again")));
                });
    }

    private ImportedDraft writeDraft(RecognisedDocument document, Language language, Optional<String> requestedSlug) {
        Optional<DocumentNumber> number = document.number.flatMap(found -> document.isChinese
                ? DocumentNumber.parse(found.text())
                : Optional.of(DocumentNumber.ofFreeText(found.text())));
        SlugChooser slugChooser = new SlugChooser(sourceDocument, document, displayPath);
        String slug = slugChooser.slug(requestedSlug, number);
        NoticeFiles noticeFiles = new NoticeFiles(slugChooser.year(number), slug, List.of(), List.of());
        Map<String, String> files = new LinkedHashMap<>();
        DraftFrontMatter frontMatter = new DraftFrontMatter(site, language, sourceDocument, charLedger, document);
        DraftBody body = new DraftBody(document, charLedger, new TextMarkIndex(sourceDocument));
        // The front matter is written after the body, which may add remarks to it.
        String original = frontMatter.original();
        files.put(noticeFiles.editionPath(language.key()), original + body.original());
        site.languages().stream()
                .filter(other -> !other.equals(language))
                .forEach(other -> files.put(
                        noticeFiles.editionPath(other.key()), frontMatter.translationStub() + body.translationStub()));
        assignLineEnds();
        ImportAccount importAccount = ImportAccount.of(sourceDocument, charLedger);
        if (!importAccount.isComplete()) {
            throw importFailed(new Message("字符数合不上", "the character counts do not add up"), PLEASE_REPORT);
        }
        return new ImportedDraft(slug, number, files, importAccount);
    }

    /** Assigns the line ends, all that may be left by now; any other character would be lost, and the import fails. */
    private void assignLineEnds() {
        String text = sourceDocument.text();
        int[] nextVisible = new int[text.length() + 1];
        nextVisible[text.length()] = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            nextVisible[i] = Character.isWhitespace(text.charAt(i)) ? nextVisible[i + 1] : i;
        }
        int lastVisible = -1;
        int scanned = 0;
        for (int at = charLedger.nextOpen(0); at >= 0; at = charLedger.nextOpen(at + 1)) {
            char c = text.charAt(at);
            if (!SourceDocument.isLineEnd(c)) {
                throw importFailed(
                        Message.of("第 {0} 行的“{1}”没有着落", "\"{1}\" in line {0} is not accounted for", lineNumber(at), c),
                        PLEASE_REPORT);
            }
            for (; scanned < at; scanned++) {
                lastVisible = Character.isWhitespace(text.charAt(scanned)) ? lastVisible : scanned;
            }
            boolean joined = lastVisible >= 0
                    && nextVisible[at] < text.length()
                    && charLedger.disposition(lastVisible) == Disposition.KEPT
                    && charLedger.disposition(nextVisible[at]) == Disposition.KEPT
                    && "。：；！？".indexOf(text.charAt(lastVisible)) < 0;
            charLedger.assignIfOpen(
                    at,
                    at + 1,
                    c == '\f' ? Disposition.FORM_FEED : joined ? Disposition.LINE_WRAP : Disposition.PARAGRAPH_BREAK);
        }
    }

    private int lineNumber(int offset) {
        int line = Collections.binarySearch(sourceDocument.lineStarts(), offset);
        return line >= 0 ? line + 1 : -line - 1;
    }

    private RunFailed importFailed(Message what, Message mend) {
        return new RunFailed(Problem.of(ProblemCode.IMPORT_FAILED, displayPath, what, mend));
    }
}
