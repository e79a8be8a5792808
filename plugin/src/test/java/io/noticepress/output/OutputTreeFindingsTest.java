package io.noticepress.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.links.RelativeLink;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeFindingsTest {
    @TempDir
    Path folder;

    private OutputFixture outputFixture;

    @BeforeEach
    void project() throws IOException {
        outputFixture = new OutputFixture(folder);
    }

    @Test
    void findingsAreRememberedForTheSameBytesAndTheSameGenerator() {
        Problem problem = Problem.of(
                ProblemCode.BROKEN_LINK,
                new Location("content/x.zh.md", 3, 4),
                5,
                new Message("断", "broken"),
                new Message("改", "mend"));
        Findings findings = new Findings(
                List.of(problem, problem.asWarning()),
                List.of(new RelativeLink("../a b.pdf", "p3", true, new Location("content/x.zh.md", 7, 1), 9)),
                "d1 s2 p3",
                "v1 " + "0123456 ".repeat(20_000));
        Digest digest = Digest.of("text");
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(OutputFixture.site());
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.findings("x.md", digest)).isEmpty();
            tree.saveFindings("x.md", digest, findings, " words\n");
            tree.saveFindings("y.md", digest, findings, " words\n");
            assertThat(tree.findings("x.md", digest)).contains(findings);
            plan.forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
            tree.commit(plan);
        }
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.findings("x.md", digest)).contains(findings);
            assertThat(tree.findings("x.md", Digest.of("other"))).isEmpty();
            tree.commit(plan);
        }
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.findings("x.md", digest)).contains(findings);
            assertThat(tree.findings("y.md", digest)).as("nobody asked for it").isEmpty();
        }
        outputFixture.generator = Digest.of("another generator");
        try (OutputTree tree = outputFixture.open()) {
            assertThat(tree.findings("x.md", digest)).isEmpty();
            assertThat(tree.lossReason().orElseThrow().en()).contains("another version");
            assertThat(tree.staleReason(plan.get(0))).isEmpty();
        }
    }

    @Test
    void findingsOfSomeTextsAreCarriedOverWhileOthersChange() {
        List<OutputFixture.PlannedText> plan = OutputFixture.plan(OutputFixture.site());
        for (int round = 0; round < 12; round++) {
            try (OutputTree tree = outputFixture.open()) {
                for (int text = 0; text < 20; text++) {
                    int version = text % 3 == 0 || text == round ? round : 0;
                    Digest digest = Digest.of(text + " " + version);
                    Findings findings = new Findings(List.of(), List.of(), "p1 ".repeat(text), digest.hex());
                    if (tree.findings(text + ".md", digest).isEmpty()) {
                        assertThat(round == 0 || version == round || text == round - 1)
                                .as("text %d in round %d", text, round)
                                .isTrue();
                        tree.saveFindings(text + ".md", digest, findings, " words\n");
                    }
                    assertThat(tree.findings(text + ".md", digest)).contains(findings);
                }
                plan.stream()
                        .filter(plannedText -> tree.staleReason(plannedText).isPresent())
                        .forEach(plannedText -> tree.stage(plannedText, plannedText.bytes()));
                tree.commit(plan);
            }
        }
    }
}
