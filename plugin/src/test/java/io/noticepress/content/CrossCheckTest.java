package io.noticepress.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.Inventory;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossCheckTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private CrossCheck check(MinimalSite site, boolean drafts) {
        ContentFixture run = site.readAll();
        ContentFolder content = ContentFolder.of(site.root, "content");
        Inventory inventory = Inventory.of(content, run.site.orElseThrow(), new Problems());
        return new CrossCheck(
                content,
                run.site.orElseThrow(),
                inventory,
                run.facts,
                BodySource.indexByPath(run.texts),
                text -> Optional.empty(),
                drafts,
                problems);
    }

    private List<String> problemHeads() {
        return problems.sorted().stream().map(MinimalSite::headLine).toList();
    }

    @Test
    void linksMayLeadToDraftsWhereDraftsAreShown() {
        MinimalSite site = new MinimalSite(folder)
                .write(
                        "notices/2030/kx-2030-8.zh.md",
                        MinimalSite.ORIGINAL.replace("6号", "8号").replace("issuer:", "draft: true\nissuer:"))
                .write(
                        MinimalSite.ZH,
                        MinimalSite.ORIGINAL.replace("issuer:", "relations: {cites: [kx-2030-8]}\nissuer:"));
        check(site, true).checkFacts();
        assertThat(problemHeads()).isEmpty();
        check(site, false).checkFacts();
        assertThat(problemHeads())
                .containsExactly(
                        "content/notices/2030/kx-2030-6.zh.md:4:21: error: the notice \"kx-2030-8\" is a draft [broken-link]");
    }
}
