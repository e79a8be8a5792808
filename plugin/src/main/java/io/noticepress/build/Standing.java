package io.noticepress.build;

import io.noticepress.model.Digest;
import io.noticepress.output.Counts;
import io.noticepress.output.Looks;
import io.noticepress.output.Standstill;
import io.noticepress.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How everything stood when a build began. If that is how the last one left it, there is nothing to read and nothing to do.
 *
 * @param standstill what the last build kept, if its folders can be used
 * @param sources how the content and the themes look
 * @param site how the site looks
 */
record Standing(Optional<Standstill> standstill, List<Optional<Looks>> sources, Optional<Looks> site) {

    /** Looks at everything from outside. */
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
        Optional<Standstill> standstill = Standstill.of(request.output(), request.work(), request.guard(), asked);
        if (standstill.isEmpty()) {
            return new Standing(standstill, List.of(), Optional.empty());
        }
        List<Supplier<Optional<Looks>>> looks = List.of(
                () -> standstill.get().site(), () -> Looks.of(request.content()), () -> Looks.of(request.themes()));
        List<Optional<Looks>> seen = workers.map(looks, Supplier::get);
        return new Standing(standstill, seen.subList(1, seen.size()), seen.get(0));
    }

    /** The report of a build that would change nothing; empty if that is not known beforehand. */
    Optional<Report> report(Telling telling, Problems problems) {
        Optional<Standstill.Outcome> outcome = standstill.flatMap(last -> last.outcome(sources, site));
        return outcome.map(last -> {
            telling.speak(last.messages());
            telling.unchanged();
            problems.addAll(last.problems());
            Counts counts = new Counts(last.pages(), 0, last.pages(), 0);
            return Report.of(last.notices(), last.editions(), counts);
        });
    }

    /** A moment, in nanoseconds since 1970: of files that were last changed before it, the looks count. */
    long settled() {
        return standstill.map(Standstill::settled).orElse(Long.MIN_VALUE);
    }

    /** Keeps what this build came to for the next one. */
    void keep(String messages, Report report, Problems problems) {
        standstill.ifPresent(next -> next.keep(
                sources,
                new Standstill.Outcome(
                        messages, report.notices(), report.editions(), report.pages(), problems.sorted())));
    }
}
