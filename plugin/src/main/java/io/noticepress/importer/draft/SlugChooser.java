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

/** The place of a draft among the notices: its slug and its year. */
public final class SlugChooser {
    private static final Pattern DAY = Pattern.compile(DateParser.DATE_REGEX);
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d)");

    private final SourceDocument sourceDocument;
    private final RecognisedDocument document;
    private final String displayPath;

    public SlugChooser(SourceDocument sourceDocument, RecognisedDocument document, String displayPath) {
        this.sourceDocument = sourceDocument;
        this.document = document;
        this.displayPath = displayPath;
    }

    public String slug(Optional<String> wanted, Optional<DocumentNumber> number) {
        String slug =
                wanted.orElseGet(() -> number.filter(found -> !document.issuerKeys.isEmpty() && found.serial() > 0)
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
                    new Message("文件里找不到年份", "there is no year in the file"),
                    new Message("在文件末尾补上成文日期", "add the date of issue at its end")));
        }
        return Integer.toString(year);
    }

    /** The year of the last day that the text mentions, else the latest year. */
    private int lastYearMentioned() {
        Matcher days = DAY.matcher(sourceDocument.text());
        int year = 0;
        while (days.find()) {
            year = DateParser.parse(days.group()).map(LocalDate::getYear).orElse(year);
        }
        Matcher named = YEAR.matcher(Normalizer.normalize(sourceDocument.text(), Normalizer.Form.NFKC));
        boolean dated = year > 0;
        while (!dated && named.find()) {
            year = Math.max(year, Integer.parseInt(named.group(1)));
        }
        return year;
    }
}
