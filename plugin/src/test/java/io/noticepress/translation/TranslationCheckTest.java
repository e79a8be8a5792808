package io.noticepress.translation;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.ContentFixture;
import io.noticepress.content.MinimalSite;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.markdown.analysis.Findings;
import io.noticepress.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationCheckTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private TranslationCheck check(MinimalSite site, Function<BodySource, Optional<Findings>> findings) {
        ContentFixture run = site.readAll();
        ContentFolder content = ContentFolder.of(site.root, "content");
        return new TranslationCheck(
                content,
                run.site.orElseThrow(),
                run.facts,
                BodySource.indexByPath(run.texts),
                findings,
                false,
                problems);
    }

    private static Findings findings(String anchors, String basis) {
        return new Findings(List.of(), List.of(), anchors, basis);
    }

    private List<String> heads() {
        return problems.sorted().stream().map(MinimalSite::headLine).toList();
    }

    @Test
    void theBlocksThatChangedSinceTheBasisAreNamed() {
        MinimalSite site = new MinimalSite(folder)
                .write(
                        MinimalSite.EN,
                        MinimalSite.TRANSLATION.replace("{state: reviewed}", "{state: reviewed, basis: v1 t a b c d}"));
        TranslationCheck check = check(site, text -> Optional.of(findings("d1 s1 i1 i1-1 i2 p1", "v1 t a x b d e")));
        check.reportOutdated();
        assertThat(heads())
                .containsExactly(
                        "content/notices/2030/kx-2030-6.en.md:3:39: warning: behind its original: s1, p1 changed there [translation-outdated]");
    }

    @Test
    void aTranslationMadeFromTheTextAsItIsIsNotBehind() {
        MinimalSite site = new MinimalSite(folder)
                .write(
                        MinimalSite.EN,
                        MinimalSite.TRANSLATION.replace("{state: reviewed}", "{state: draft, basis: v1 t a}"));
        check(site, text -> Optional.of(findings("p1", "v1 t a"))).reportOutdated();
        assertThat(heads()).isEmpty();
    }
}
