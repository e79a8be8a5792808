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

/** Whether one translation says what its original says: its blocks, its figures, its agreed terms. Used once. */
final class TranslationComparison {
    /** The most figures that are named of one translation; more are only counted. */
    private static final int MAX_REPORTED = 20;

    private final ContentFolder folder;
    private final Notice notice;
    private final Edition original;
    private final Edition translation;
    private final Body originalBody;
    private final Body translationBody;
    private final Problems problems;

    /** A comparison of the texts {@code there}, the original, and {@code here}. */
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

    /** Compares, unless one could not be parsed or the translation is but a digest, which may be anything. */
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

    /** What is compared: the titles, then block by block, or if they do not match all blocks with all. */
    private record TextPair(List<ComparedText> originals, List<ComparedText> translations) {}

    /** A place left to be filled in lacks everything; it is told of as what it is. */
    private List<TextPair> pairs(boolean match) {
        return textPairs(match).stream()
                .filter(textPair ->
                        textPair.translations().stream().noneMatch(comparedText -> TodoMark.isIn(comparedText.text())))
                .toList();
    }

    private List<TextPair> textPairs(boolean match) {
        List<ComparedText> from = ComparedText.of(originalBody.blockTexts());
        List<ComparedText> to = ComparedText.of(translationBody.blockTexts());
        List<TextPair> pairs = new ArrayList<>();
        pairs.add(new TextPair(List.of(comparedTitle(original)), List.of(comparedTitle(translation))));
        if (!match) {
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
            Message which = Message.list(untitled.stream().map(String::valueOf).toList());
            problems.add(
                    ProblemCode.TRANSLATION_STRUCTURE,
                    fieldLocation.at(),
                    fieldLocation.width(),
                    Message.of("第 {0} 个附件没有译名", "no title for attachment {0} of the original", which),
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
                        "compare {0} and let headings, items and paragraphs match one by one", displayPath(original)));
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
            FigureSet said = FigureSet.concat(to);
            FigureSet meant = FigureSet.concat(from);
            List<Figure> strange = to.size() == 1 ? said.missingIn(meant) : List.of();
            for (int i = 0; i < from.size(); i++) {
                ComparedText comparedText = textPair.originals().get(i);
                for (Figure figure : from.get(i).missingIn(said)) {
                    if (!comparedText.isParagraphNumber(figure.start()) && missing++ < MAX_REPORTED) {
                        reportFigure(comparedText, figure, textPair.translations(), strange);
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
                            "figures of the original that are not in the translation, besides those named: {0}",
                            missing - MAX_REPORTED),
                    Message.of("看看是否译的是同一件通知", "see whether this is a translation of the same notice"));
        }
    }

    /** Names a figure that is missing, and the one that stands in its place if there is just one of its kind. */
    private void reportFigure(ComparedText comparedText, Figure figure, List<ComparedText> here, List<Figure> strange) {
        String meant = quoted(comparedText, figure);
        int line = comparedText.at(figure.start()).line();
        List<Figure> instead = strange.stream()
                .filter(other ->
                        other.keys().get(0).charAt(0) == figure.keys().get(0).charAt(0)
                                && !here.get(0).isParagraphNumber(other.start()))
                .toList();
        ComparedText block = here.isEmpty() ? comparedText : here.get(0);
        boolean known = instead.size() == 1;
        Figure wrong = known ? instead.get(0) : figure;
        Location at = known ? block.at(wrong.start()) : here.size() == 1 ? block.at(0) : wholeFile();
        problems.add(
                ProblemCode.TRANSLATION_FIGURES,
                at,
                known ? block.width(wrong.start(), wrong.end()) : 1,
                known
                        ? Message.of(
                                "原文第 {1} 行是“{0}”，译文是“{2}”",
                                "line {1} of the original says \"{0}\", the translation \"{2}\"",
                                meant,
                                line,
                                quoted(block, wrong))
                        : Message.of(
                                "原文第 {1} 行的“{0}”，译文中没有",
                                "\"{0}\", line {1} of the original, is not in the translation", meant, line),
                Message.of(
                        "对照 {0} 第 {1} 行补上或改正",
                        "compare line {1} of {0} and add or correct it", displayPath(original), line));
    }

    private static String quoted(ComparedText comparedText, Figure figure) {
        return comparedText.text().substring(figure.start(), figure.end()).strip();
    }

    private void checkTerms(List<TextPair> pairs, TermBase termBase) {
        Set<AgreedTerm> said = new HashSet<>();
        // The names of its issuers stand above every edition, so that its title need not say them again.
        Set<AgreedTerm> above = new HashSet<>();
        termBase.violations(
                issuerNames(original), original.language(), issuerNames(translation), translation.language(), above);
        for (TextPair textPair : pairs) {
            String to = ComparedText.joined(textPair.translations());
            for (ComparedText comparedText : textPair.originals()) {
                termBase.violations(comparedText.text(), original.language(), to, translation.language(), said).stream()
                        .filter(termViolation -> !(comparedText instanceof ComparedText.ComparedTitle)
                                || termViolation.forbidden().isPresent()
                                || !above.contains(termViolation.term()))
                        .forEach(termViolation -> reportTerm(comparedText, termViolation, textPair.translations()));
            }
        }
    }

    private String issuerNames(Edition edition) {
        return notice.issuers().stream()
                .map(issuer -> issuer.name().in(edition.language()))
                .collect(Collectors.joining("\n"));
    }

    private void reportTerm(ComparedText comparedText, TermBase.TermViolation termViolation, List<ComparedText> here) {
        String used = comparedText
                .text()
                .substring(termViolation.start(), termViolation.end())
                .replace("\n", " ");
        String agreed =
                termViolation.term().formsIn(translation.language().key()).get(0);
        int line = comparedText.at(termViolation.start()).line();
        boolean known = termViolation.forbidden().isPresent() && here.size() == 1;
        ComparedText block = here.isEmpty() ? comparedText : here.get(0);
        int start = termViolation.forbidden().map(TermBase.TextSpan::start).orElse(0);
        int end = termViolation.forbidden().map(TermBase.TextSpan::end).orElse(0);
        problems.add(
                ProblemCode.TRANSLATION_TERMS,
                known ? block.at(start) : here.size() == 1 ? block.at(0) : wholeFile(),
                known ? block.width(start, end) : 1,
                known
                        ? Message.of(
                                "原文第 {1} 行的“{0}”约定译为“{2}”，不用“{3}”",
                                "\"{0}\", line {1} of the original, is agreed to be \"{2}\", not \"{3}\"",
                                used,
                                line,
                                agreed,
                                block.text().substring(start, end))
                        : Message.of(
                                "原文第 {1} 行的“{0}”约定译为“{2}”，译文中没有",
                                "\"{0}\", line {1} of the original, is agreed to be \"{2}\", which is not in the translation",
                                used,
                                line,
                                agreed),
                Message.of(
                        "改为“{0}”；如应另定译法，修改 {1}",
                        "write \"{0}\", or agree on other words in {1}",
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
