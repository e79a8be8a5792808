package io.noticepress.build;

import io.noticepress.model.Digest;
import io.noticepress.output.Counts;
import io.noticepress.output.Looks;
import io.noticepress.output.Standstill;
import io.noticepress.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How everything stands when a build begins. If that is how the last one left it, there is nothing to read and nothing to do.
 *
 * @param standstill what the last build kept, if its folders can be used
 */
record Standing(Optional<Standstill> standstill) {

    /** What the last build of the same kept. */
    static Standing of(Request request, Generator generator) {
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
        return new Standing(Standstill.of(
                request.output(),
                request.work(),
                List.of(request.content(), request.themes()),
                request.guard(),
                asked));
    }

    /** The report of a build that would change nothing; empty if that is not known beforehand. */
    Optional<Report> report(Workers workers, Telling telling, Problems problems) {
        return standstill
                .flatMap(Standstill::last)
                .filter(last -> hold(last.looks(), workers))
                .map(last -> {
                    Standstill.Outcome outcome = last.outcome();
                    telling.speak(outcome.messages());
                    telling.unchanged();
                    problems.addAll(outcome.problems());
                    Counts counts = new Counts(outcome.pages(), 0, outcome.pages(), 0);
                    return Report.of(outcome.notices(), outcome.editions(), counts);
                });
    }

    private static boolean hold(List<Looks> looks, Workers workers) {
        AtomicBoolean same = new AtomicBoolean(true);
        workers.each(looks, each -> {
            if (same.get() && !each.hold()) {
                same.set(false);
            }
        });
        return same.get();
    }

    /** A moment, in nanoseconds since 1970: of files that were last changed before it, the looks count. */
    long settled() {
        return standstill.map(Standstill::settled).orElse(Long.MIN_VALUE);
    }

    /** Keeps what this build came to for the next one. */
    void keep(Workers workers, String messages, Report report, Problems problems) {
        standstill.ifPresent(next -> next.keep(
                workers.map(next.parts(), Looks::of),
                new Standstill.Outcome(
                        messages, report.notices(), report.editions(), report.pages(), problems.sorted())));
    }
}
