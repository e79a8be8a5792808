package io.noticepress.translation;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.frontmatter.FieldLocation;
import io.noticepress.content.settings.AgreedTerm;
import io.noticepress.markdown.Body;
import io.noticepress.markdown.lint.TodoMark;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Notice;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.translation.diff.BlockDiff;
import io.noticepress.translation.diff.ComparedText;
import io.noticepress.translation.figures.Figure;
import io.noticepress.translation.figures.FigureSet;
import io.noticepress.translation.terms.TermBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares one translation with its original: blocks, figures and agreed terms. An instance is used once. */
final class TranslationComparison {
    /** The most missing figures that are reported for one translation; further ones are only counted. */
    private static final int MAX_REPORTED = 20;

    private final ContentFolder folder;
    private final Notice notice;
    private final Edition original;
    private final Edition translation;
    private final Body originalBody;
    private final Body translationBody;
    private final Problems problems;

    /** A comparison of {@code translation} with the original of the notice. */
    TranslationComparison(
            ContentFolder folder,
            Notice notice,
            Edition translation,
            Body originalBody,
            Body translationBody,
            Problems problems) {
        this.folder = folder;
        this.notice = notice;
        this.original = notice.originalEdition();
        this.translation = translation;
        this.originalBody = originalBody;
        this.translationBody = translationBody;
        this.problems = problems;
    }

    /** Compares the texts, unless one could not be parsed or the translation is a digest of a full original. */
    void check(TermBase termBase) {
        boolean digest = translation.extent() == Extent.DIGEST && original.extent() != Extent.DIGEST;
        boolean parsed = !originalBody.findings().basis().isEmpty()
                && !translationBody.findings().basis().isEmpty();
        if (digest || !parsed) {
            return;
        }
        checkAttachmentTitles();
        Optional<BlockDiff.StructureDifference> difference =
                BlockDiff.structure(originalBody.blockTexts(), translationBody.blockTexts());
        difference.ifPresent(this::reportStructure);
        List<TextPair> pairs = pairs(difference.isEmpty());
        if (FigureSet.supports(original.language()) && FigureSet.supports(translation.language())) {
            checkFigures(pairs);
        }
        if (!termBase.isEmpty()) {
            checkTerms(pairs, termBase);
        }
    }

    /** Texts to be compared: the titles, then block by block, or all blocks with all if their structures differ. */
    private record TextPair(List<ComparedText> originals, List<ComparedText> translations) {}

    /** The pairs without those whose translation says TODO: everything is missing there, and the TODO is reported. */
    private List<TextPair> pairs(boolean sameStructure) {
        return textPairs(sameStructure).stream()
                .filter(textPair ->
                        textPair.translations().stream().noneMatch(comparedText -> TodoMark.isIn(comparedText.text())))
                .toList();
    }

    private List<TextPair> textPairs(boolean sameStructure) {
        List<ComparedText> from = ComparedText.of(originalBody.blockTexts());
        List<ComparedText> to = ComparedText.of(translationBody.blockTexts());
        List<TextPair> pairs = new ArrayList<>();
        pairs.add(new TextPair(List.of(comparedTitle(original)), List.of(comparedTitle(translation))));
        if (!sameStructure) {
            pairs.add(new TextPair(from, to));
            return pairs;
        }
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            pairs.add(new TextPair(List.of(from.get(i)), List.of(to.get(i))));
        }
        return pairs;
    }

    private ComparedText comparedTitle(Edition edition) {
        return new ComparedText.ComparedTitle(
                edition.title(),
                () -> FieldLocation.find(folder, edition.source().path(), "title"));
    }

    private void checkAttachmentTitles() {
        List<Integer> untitled = new ArrayList<>();
        int number = 0;
        for (Attachment attachment : notice.attachments()) {
            if (attachment.isListed()) {
                number++;
                if (!attachment.title().has(translation.language())) {
                    untitled.add(number);
                }
            }
        }
        if (!untitled.isEmpty()) {
            FieldLocation fieldLocation =
                    FieldLocation.find(folder, translation.source().path(), "attachments");
            Message numbers =
                    Message.list(untitled.stream().map(String::valueOf).toList());
            problems.add(
                    ProblemCode.TRANSLATION_STRUCTURE,
                    fieldLocation.at(),
                    fieldLocation.width(),
                    Message.of("第 {0} 个附件没有译名", "no title for attachment {0} of the original", numbers),
                    Message.of(
                            "在 attachments 中按原文的顺序写 {title: …}",
                            "write {title: …} in attachments, in the order of the original"));
        }
    }

    private void reportStructure(BlockDiff.StructureDifference structureDifference) {
        problems.add(
                ProblemCode.TRANSLATION_STRUCTURE,
                structureDifference.at().orElseGet(() -> Location.ofFile(displayPath(translation))),
                1,
                structureDifference.what(),
                Message.of(
                        "对照 {0}，使各级标题和各段一一对应",
                        "compare with {0} and make headings, items and paragraphs match one by one",
                        displayPath(original)));
    }

    private void checkFigures(List<TextPair> pairs) {
        int missing = 0;
        for (TextPair textPair : pairs) {
            List<FigureSet> from = textPair.originals().stream()
                    .map(comparedText -> FigureSet.of(comparedText.text(), original.language()))
                    .toList();
            List<FigureSet> to = textPair.translations().stream()
                    .map(comparedText -> FigureSet.of(comparedText.text(), translation.language()))
                    .toList();
            FigureSet translated = FigureSet.concat(to);
            FigureSet expected = FigureSet.concat(from);
            List<Figure> extra = to.size() == 1 ? translated.missingIn(expected) : List.of();
            for (int i = 0; i < from.size(); i++) {
                ComparedText comparedText = textPair.originals().get(i);
                for (Figure figure : from.get(i).missingIn(translated)) {
                    if (!comparedText.isParagraphNumber(figure.start()) && missing++ < MAX_REPORTED) {
                        reportFigure(comparedText, figure, textPair.translations(), extra);
                    }
                }
            }
        }
        if (missing > MAX_REPORTED) {
            problems.add(
                    ProblemCode.TRANSLATION_FIGURES,
                    displayPath(translation),
                    Message.of(
                            "另有 {0} 处数字，原文有而译文没有",
                            "further figures of the original that are not in the translation: {0}",
                            missing - MAX_REPORTED),
                    Message.of("看看是否译的是同一件通知", "check that this is a translation of the same notice"));
        }
    }

    /** Reports a missing figure, with the one in its place if the translation has exactly one extra figure of the same kind. */
    private void reportFigure(
            ComparedText comparedText, Figure figure, List<ComparedText> translations, List<Figure> extra) {
        String expected = quoted(comparedText, figure);
        int line = comparedText.at(figure.start()).line();
        List<Figure> candidates = extra.stream()
                .filter(other ->
                        other.keys().get(0).charAt(0) == figure.keys().get(0).charAt(0)
                                && !translations.get(0).isParagraphNumber(other.start()))
                .toList();
        ComparedText block = translations.isEmpty() ? comparedText : translations.get(0);
        boolean known = candidates.size() == 1;
        Figure wrong = known ? candidates.get(0) : figure;
        Location at = known ? block.at(wrong.start()) : translations.size() == 1 ? block.at(0) : wholeFile();
        problems.add(
                ProblemCode.TRANSLATION_FIGURES,
                at,
                known ? block.width(wrong.start(), wrong.end()) : 1,
                known
                        ? Message.of(
                                "原文第 {1} 行是“{0}”，译文是“{2}”",
                                "line {1} of the original says \"{0}\", the translation \"{2}\"",
                                expected,
                                line,
                                quoted(block, wrong))
                        : Message.of(
                                "原文第 {1} 行的“{0}”，译文中没有",
                                "\"{0}\" (line {1} of the original) is not in the translation", expected, line),
                Message.of(
                        "对照 {0} 第 {1} 行补上或改正",
                        "compare with line {1} of {0} and add or correct it", displayPath(original), line));
    }

    private static String quoted(ComparedText comparedText, Figure figure) {
        return comparedText.text().substring(figure.start(), figure.end()).strip();
    }

    private void checkTerms(List<TextPair> pairs, TermBase termBase) {
        Set<AgreedTerm> used = new HashSet<>();
        // Every edition is headed by the names of its issuers, so the title need not repeat them.
        Set<AgreedTerm> inHeading = new HashSet<>();
        termBase.violations(
                issuerNames(original),
                original.language(),
                issuerNames(translation),
                translation.language(),
                inHeading);
        for (TextPair textPair : pairs) {
            String to = ComparedText.joined(textPair.translations());
            for (ComparedText comparedText : textPair.originals()) {
                termBase.violations(comparedText.text(), original.language(), to, translation.language(), used).stream()
                        .filter(termViolation -> !(comparedText instanceof ComparedText.ComparedTitle)
                                || termViolation.forbidden().isPresent()
                                || !inHeading.contains(termViolation.term()))
                        .forEach(termViolation -> reportTerm(comparedText, termViolation, textPair.translations()));
            }
        }
    }

    private String issuerNames(Edition edition) {
        return notice.issuers().stream()
                .map(issuer -> issuer.name().in(edition.language()))
                .collect(Collectors.joining("\n"));
    }

    private void reportTerm(
            ComparedText comparedText, TermBase.TermViolation termViolation, List<ComparedText> translations) {
        String used = comparedText
                .text()
                .substring(termViolation.start(), termViolation.end())
                .replace("\n", " ");
        String agreed =
                termViolation.term().formsIn(translation.language().key()).get(0);
        int line = comparedText.at(termViolation.start()).line();
        boolean known = termViolation.forbidden().isPresent() && translations.size() == 1;
        ComparedText block = translations.isEmpty() ? comparedText : translations.get(0);
        int start = termViolation.forbidden().map(TermBase.TextSpan::start).orElse(0);
        int end = termViolation.forbidden().map(TermBase.TextSpan::end).orElse(0);
        problems.add(
                ProblemCode.TRANSLATION_TERMS,
                known ? block.at(start) : translations.size() == 1 ? block.at(0) : wholeFile(),
                known ? block.width(start, end) : 1,
                known
                        ? Message.of(
                                "原文第 {1} 行的“{0}”约定译为“{2}”，不用“{3}”",
                                "the agreed term for \"{0}\" (line {1} of the original) is \"{2}\", not \"{3}\"",
                                used,
                                line,
                                agreed,
                                block.text().substring(start, end))
                        : Message.of(
                                "原文第 {1} 行的“{0}”约定译为“{2}”，译文中没有",
                                "the agreed term for \"{0}\" (line {1} of the original) is \"{2}\", which is not in the translation",
                                used,
                                line,
                                agreed),
                Message.of(
                        "改为“{0}”；如应另定译法，修改 {1}",
                        "write \"{0}\", or agree on another term in {1}",
                        agreed,
                        folder.displayPath(termViolation.term().file())));
    }

    private Location wholeFile() {
        return Location.ofFile(displayPath(translation));
    }

    private String displayPath(Edition edition) {
        return folder.displayPath(edition.source().path());
    }
}
