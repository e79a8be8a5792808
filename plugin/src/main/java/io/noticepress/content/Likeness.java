package io.noticepress.content;

import io.noticepress.markdown.Body;
import io.noticepress.markdown.TodoMark;
import io.noticepress.model.Attachment;
import io.noticepress.model.Edition;
import io.noticepress.model.Extent;
import io.noticepress.model.Notice;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.wording.AgreedTerm;
import io.noticepress.wording.Figure;
import io.noticepress.wording.FigureSet;
import io.noticepress.wording.TermBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one translation says what its original says: its blocks, its figures, its agreed terms. Used once. */
final class Likeness {
    /** The most figures that are named of one translation; more are only counted. */
    private static final int NAMED = 20;

    private final ContentFolder folder;
    private final Notice notice;
    private final Edition original;
    private final Edition translation;
    private final Body there;
    private final Body here;
    private final Problems problems;

    /** A comparison of the texts {@code there}, the original, and {@code here}. */
    Likeness(ContentFolder folder, Notice notice, Edition translation, Body there, Body here, Problems problems) {
        this.folder = folder;
        this.notice = notice;
        this.original = notice.originalEdition();
        this.translation = translation;
        this.there = there;
        this.here = here;
        this.problems = problems;
    }

    /** Compares, unless one could not be parsed or the translation is but a digest, which may be anything. */
    void check(TermBase termBase) {
        boolean digest = translation.extent() == Extent.DIGEST && original.extent() != Extent.DIGEST;
        boolean parsed =
                !there.findings().basis().isEmpty() && !here.findings().basis().isEmpty();
        if (digest || !parsed) {
            return;
        }
        attachments();
        Optional<Blocks.Difference> difference = Blocks.difference(there.blockTexts(), here.blockTexts());
        difference.ifPresent(this::structure);
        List<Pair> pairs = pairs(difference.isEmpty());
        if (FigureSet.supports(original.language()) && FigureSet.supports(translation.language())) {
            figures(pairs);
        }
        if (!termBase.isEmpty()) {
            terms(pairs, termBase);
        }
    }

    /** What is compared: the titles, then block by block, or if they do not match all blocks with all. */
    private record Pair(List<Piece> there, List<Piece> here) {}

    /** A place left to be filled in lacks everything; it is told of as what it is. */
    private List<Pair> pairs(boolean match) {
        return texts(match).stream()
                .filter(pair -> pair.here().stream().noneMatch(piece -> TodoMark.isIn(piece.text())))
                .toList();
    }

    private List<Pair> texts(boolean match) {
        List<Piece> from = Piece.of(there.blockTexts());
        List<Piece> to = Piece.of(here.blockTexts());
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(List.of(title(original)), List.of(title(translation))));
        if (!match) {
            pairs.add(new Pair(from, to));
            return pairs;
        }
        for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
            pairs.add(new Pair(List.of(from.get(i)), List.of(to.get(i))));
        }
        return pairs;
    }

    private Piece title(Edition edition) {
        return new Piece.Title(
                edition.title(), () -> Place.of(folder, edition.source().path(), "title"));
    }

    private void attachments() {
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
            Place place = Place.of(folder, translation.source().path(), "attachments");
            Message which = Message.list(untitled.stream().map(String::valueOf).toList());
            problems.add(
                    ProblemCode.TRANSLATION_STRUCTURE,
                    place.at(),
                    place.width(),
                    Message.of("第 {0} 个附件没有译名", "no title for attachment {0} of the original", which),
                    Message.of(
                            "在 attachments 中按原文的顺序写 {title: …}",
                            "write {title: …} in attachments, in the order of the original"));
        }
    }

    private void structure(Blocks.Difference difference) {
        problems.add(
                ProblemCode.TRANSLATION_STRUCTURE,
                difference.at().orElseGet(() -> Location.ofFile(shown(translation))),
                1,
                difference.what(),
                Message.of(
                        "对照 {0}，使各级标题和各段一一对应",
                        "compare {0} and let headings, items and paragraphs match one by one", shown(original)));
    }

    private void figures(List<Pair> pairs) {
        int missing = 0;
        for (Pair pair : pairs) {
            List<FigureSet> from = pair.there().stream()
                    .map(piece -> FigureSet.of(piece.text(), original.language()))
                    .toList();
            List<FigureSet> to = pair.here().stream()
                    .map(piece -> FigureSet.of(piece.text(), translation.language()))
                    .toList();
            FigureSet said = FigureSet.concat(to);
            FigureSet meant = FigureSet.concat(from);
            List<Figure> strange = to.size() == 1 ? said.missingIn(meant) : List.of();
            for (int i = 0; i < from.size(); i++) {
                Piece piece = pair.there().get(i);
                for (Figure figure : from.get(i).missingIn(said)) {
                    if (!piece.isMarker(figure.start()) && missing++ < NAMED) {
                        figure(piece, figure, pair.here(), strange);
                    }
                }
            }
        }
        if (missing > NAMED) {
            problems.add(
                    ProblemCode.TRANSLATION_FIGURES,
                    shown(translation),
                    Message.of(
                            "另有 {0} 处数字，原文有而译文没有",
                            "figures of the original that are not in the translation, besides those named: {0}",
                            missing - NAMED),
                    Message.of("看看是否译的是同一件通知", "see whether this is a translation of the same notice"));
        }
    }

    /** Names a figure that is missing, and the one that stands in its place if there is just one of its kind. */
    private void figure(Piece piece, Figure figure, List<Piece> here, List<Figure> strange) {
        String meant = said(piece, figure);
        int line = piece.at(figure.start()).line();
        List<Figure> instead = strange.stream()
                .filter(other ->
                        other.keys().get(0).charAt(0) == figure.keys().get(0).charAt(0)
                                && !here.get(0).isMarker(other.start()))
                .toList();
        Piece block = here.isEmpty() ? piece : here.get(0);
        boolean known = instead.size() == 1;
        Figure wrong = known ? instead.get(0) : figure;
        Location at = known ? block.at(wrong.start()) : here.size() == 1 ? block.at(0) : whole();
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
                                said(block, wrong))
                        : Message.of(
                                "原文第 {1} 行的“{0}”，译文中没有",
                                "\"{0}\", line {1} of the original, is not in the translation", meant, line),
                Message.of(
                        "对照 {0} 第 {1} 行补上或改正", "compare line {1} of {0} and add or correct it", shown(original), line));
    }

    private static String said(Piece piece, Figure figure) {
        return piece.text().substring(figure.start(), figure.end()).strip();
    }

    private void terms(List<Pair> pairs, TermBase termBase) {
        Set<AgreedTerm> said = new HashSet<>();
        // The names of its issuers stand above every edition, so that its title need not say them again.
        Set<AgreedTerm> above = new HashSet<>();
        termBase.violations(
                issuers(original), original.language(), issuers(translation), translation.language(), above);
        for (Pair pair : pairs) {
            String to = Piece.joined(pair.here());
            for (Piece piece : pair.there()) {
                termBase.violations(piece.text(), original.language(), to, translation.language(), said).stream()
                        .filter(termViolation -> !(piece instanceof Piece.Title)
                                || termViolation.forbidden().isPresent()
                                || !above.contains(termViolation.term()))
                        .forEach(termViolation -> term(piece, termViolation, pair.here()));
            }
        }
    }

    private String issuers(Edition edition) {
        return notice.issuers().stream()
                .map(issuer -> issuer.name().in(edition.language()))
                .collect(Collectors.joining("\n"));
    }

    private void term(Piece piece, TermBase.TermViolation termViolation, List<Piece> here) {
        String used = piece.text()
                .substring(termViolation.start(), termViolation.end())
                .replace("\n", " ");
        String agreed =
                termViolation.term().formsIn(translation.language().key()).get(0);
        int line = piece.at(termViolation.start()).line();
        boolean known = termViolation.forbidden().isPresent() && here.size() == 1;
        Piece block = here.isEmpty() ? piece : here.get(0);
        int start = termViolation.forbidden().map(TermBase.TextSpan::start).orElse(0);
        int end = termViolation.forbidden().map(TermBase.TextSpan::end).orElse(0);
        problems.add(
                ProblemCode.TRANSLATION_TERMS,
                known ? block.at(start) : here.size() == 1 ? block.at(0) : whole(),
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
                        folder.shown(termViolation.term().file())));
    }

    private Location whole() {
        return Location.ofFile(shown(translation));
    }

    private String shown(Edition edition) {
        return folder.shown(edition.source().path());
    }
}
