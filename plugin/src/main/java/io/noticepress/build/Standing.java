package io.noticepress.build;

import io.noticepress.model.Digest;
import io.noticepress.output.Counts;
import io.noticepress.output.Looks;
import io.noticepress.output.OutputTree;
import io.noticepress.output.Standstill;
import io.noticepress.output.Still;
import io.noticepress.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * How everything stands when a build begins. If that is how the last one left it, there is nothing to read and nothing to do;
 * if only some parts of the disk are, these need not be looked at again.
 *
 * @param standstill what the last build kept, if its folders can be used
 * @param unchanged what the last build came to, if all is as it was left
 * @param still what is
 */
record Standing(Optional<Standstill> standstill, Optional<Standstill.Outcome> unchanged, Still still) {

    /** What the last build of the same kept, compared with what is there now. */
    static Standing of(Request request, Generator generator, Workers workers) {
        Digest asked = Digest.of(
                generator.digest().hex(),
                request.shown(request.content()),
                request.shown(request.themes()),
                request.shown(request.output()),
                request.theme().toString(),
                request.baseUrl().toString(),
                request.asOf().toString(),
                Boolean.toString(request.drafts()),
                Boolean.toString(request.strict()));
        Optional<Standstill> standstill = Standstill.of(
                request.output(), request.work(), List.of(request.content(), request.themes()), request.guard(), asked);
        return standstill
                .flatMap(kept -> kept.last().map(last -> of(kept, last, workers)))
                .orElseGet(() -> new Standing(standstill, Optional.empty(), Still.NOTHING));
    }

    private static Standing of(Standstill kept, Standstill.Last last, Workers workers) {
        List<Optional<Looks>> now = workers.map(last.looks(), kept::now);
        Still still = Still.of(last.looks(), now);
        if (now.contains(Optional.<Looks>empty())) {
            return new Standing(Optional.of(kept), Optional.empty(), still);
        }
        List<Looks> looks = now.stream().flatMap(Optional::stream).toList();
        if (!looks.equals(last.looks())) {
            kept.renew(last, looks);
        }
        return new Standing(Optional.of(kept), Optional.of(last.outcome()), still);
    }

    /** The report of a build that would change nothing; empty if that is not known beforehand. */
    Optional<Report> report(Telling telling, Problems problems) {
        return unchanged.map(outcome -> {
            telling.speak(outcome.messages());
            telling.unchanged();
            problems.addAll(outcome.problems());
            Counts counts = new Counts(outcome.pages(), 0, outcome.pages(), 0);
            return Report.of(outcome.notices(), outcome.editions(), counts);
        });
    }

    /** A moment, in nanoseconds since 1970: of files that were last changed before it, the looks count. */
    long settled() {
        return standstill.map(Standstill::settled).orElse(Long.MIN_VALUE);
    }

    /** Keeps what this build came to, and how it left everything, for the next one. */
    void keep(Workers workers, OutputTree tree, String messages, Report report, Problems problems) {
        standstill.ifPresent(next -> {
            Still left = tree.left();
            List<Looks.Part> parts = next.parts(left);
            next.keep(
                    parts,
                    workers.map(parts, part -> Standstill.looks(part, left, tree::sum)),
                    new Standstill.Outcome(
                            messages, report.notices(), report.editions(), report.pages(), problems.sorted()));
        });
    }

    /** Keeps nothing for the next one. */
    void forget() {
        standstill.ifPresent(Standstill::forget);
    }
}
