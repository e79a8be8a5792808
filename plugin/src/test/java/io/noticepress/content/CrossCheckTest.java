package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.markdown.Findings;
import io.noticepress.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossCheckTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private CrossCheck check(TinySite site, boolean drafts, Function<TextSource, Optional<Findings>> findings) {
        ContentRun run = site.run();
        ContentFolder content = ContentFolder.of(site.root, "content");
        Inventory inventory = Inventory.of(content, run.site.orElseThrow(), new Problems());
        return new CrossCheck(
                content,
                run.site.orElseThrow(),
                inventory,
                run.facts,
                TextSource.index(run.texts),
                findings,
                drafts,
                problems);
    }

    private static Findings findings(String anchors, String basis) {
        return new Findings(List.of(), List.of(), anchors, basis);
    }

    private List<String> heads() {
        return problems.sorted().stream().map(TinySite::head).toList();
    }

    @Test
    void theBlocksThatChangedSinceTheBasisAreNamed() {
        TinySite site = new TinySite(folder)
                .write(
                        TinySite.EN,
                        TinySite.TRANSLATION.replace("{state: reviewed}", "{state: reviewed, basis: v1 t a b c d}"));
        CrossCheck check = check(site, false, text -> Optional.of(findings("d1 s1 i1 i1-1 i2 p1", "v1 t a x b d e")));
        check.texts();
        assertThat(heads())
                .containsExactly(
                        "content/notices/2030/kx-2030-6.en.md:3:39: warning: behind its original: s1, p1 changed there [translation-outdated]");
    }

    @Test
    void aTranslationMadeFromTheTextAsItIsIsNotBehind() {
        TinySite site = new TinySite(folder)
                .write(TinySite.EN, TinySite.TRANSLATION.replace("{state: reviewed}", "{state: draft, basis: v1 t a}"));
        check(site, false, text -> Optional.of(findings("p1", "v1 t a"))).texts();
        assertThat(heads()).isEmpty();
    }

    @Test
    void linksMayLeadToDraftsWhereDraftsAreShown() {
        TinySite site = new TinySite(folder)
                .write(
                        "notices/2030/kx-2030-8.zh.md",
                        TinySite.ORIGINAL.replace("6号", "8号").replace("issuer:", "draft: true\nissuer:"))
                .write(TinySite.ZH, TinySite.ORIGINAL.replace("issuer:", "relations: {cites: [kx-2030-8]}\nissuer:"));
        check(site, true, text -> Optional.empty()).facts();
        assertThat(heads()).isEmpty();
        check(site, false, text -> Optional.empty()).facts();
        assertThat(heads())
                .containsExactly(
                        "content/notices/2030/kx-2030-6.zh.md:4:21: error: the notice \"kx-2030-8\" is a draft [broken-link]");
    }
}
