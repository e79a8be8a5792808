package io.noticepress.importer.draft;

import io.noticepress.content.files.Slug;
import io.noticepress.importer.clean.DateParser;
import io.noticepress.importer.recognise.RecognisedDocument;
import io.noticepress.importer.source.SourceDocument;
import io.noticepress.model.DocumentNumber;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.RunFailed;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses the slug and the year of a draft.
 *
 * <p>Example: the number {@code 示府发〔2031〕8号} of the issuer {@code gov} gives the slug {@code gov-2031-8}.
 */
public final class SlugChooser {
    private static final Pattern DATE = Pattern.compile(DateParser.DATE_REGEX);
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

    private final SourceDocument sourceDocument;
    private final RecognisedDocument document;
    private final String displayPath;

    public SlugChooser(SourceDocument sourceDocument, RecognisedDocument document, String displayPath) {
        this.sourceDocument = sourceDocument;
        this.document = document;
        this.displayPath = displayPath;
    }

    /**
     * The requested slug; otherwise one made of issuer and number, otherwise of the file name.
     *
     * @throws RunFailed if the slug is invalid
     */
    public String slug(Optional<String> requestedSlug, Optional<DocumentNumber> number) {
        String slug = requestedSlug.orElseGet(() -> number.filter(
                        found -> !document.issuerKeys.isEmpty() && found.serial() > 0)
                .map(found -> document.issuerKeys.get(0) + (found.year() > 0 ? "-" + found.year() : "") + "-"
                        + found.serial())
                .orElseGet(() -> Slug.propose(sourceDocument.fileName().replaceFirst("\\.[^.]*$", ""))));
        Slug.fault(slug).ifPresent(fault -> {
            throw new RunFailed(Problem.of(
                    ProblemCode.INVALID_SLUG,
                    displayPath,
                    fault,
                    Message.of("用 -Dnoticepress.slug 指定名称", "choose a name with -Dnoticepress.slug")));
        });
        return slug;
    }

    /**
     * The year of the date of issue; otherwise of the number, otherwise one that the text mentions.
     *
     * @throws RunFailed if the document mentions no year
     */
    public String year(Optional<DocumentNumber> number) {
        int year = document.issued
                .map(LocalDate::getYear)
                .orElseGet(() -> number.map(DocumentNumber::year)
                        .filter(found -> found > 0)
                        .orElse(0));
        year = year > 0 ? year : lastYearMentioned();
        if (year == 0) {
            throw new RunFailed(Problem.of(
                    ProblemCode.IMPORT_FAILED,
                    displayPath,
                    new Message("文件里找不到年份", "the file contains no year"),
                    new Message("在文件末尾补上成文日期", "add the date of issue at the end of the file")));
        }
        return Integer.toString(year);
    }

    /** The year of the last date in the text, otherwise the latest year; 0 if there is none. */
    private int lastYearMentioned() {
        Matcher dates = DATE.matcher(sourceDocument.text());
        int year = 0;
        while (dates.find()) {
            year = DateParser.parse(dates.group()).map(LocalDate::getYear).orElse(year);
        }
        Matcher years = YEAR.matcher(Normalizer.normalize(sourceDocument.text(), Normalizer.Form.NFKC));
        boolean hasDate = year > 0;
        while (!hasDate && years.find()) {
            year = Math.max(year, Integer.parseInt(years.group(1)));
        }
        return year;
    }
}
