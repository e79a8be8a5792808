package io.noticepress.content.links;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.ContentFixture;
import io.noticepress.content.MinimalSite;
import io.noticepress.model.site.Site;
import io.noticepress.problem.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkResolverTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "../2022/b.zh.md, /docs/zh/notices/2022/b/",
        "a/附件 1.pdf, /docs/notices/2023/a/%E9%99%84%E4%BB%B6%201.pdf",
        "./a/x/y.png, /docs/notices/2023/a/x/y.png",
        "../../pages/about.en.md, /docs/en/about/",
        "a.en.md, /docs/en/notices/2023/a/"
    })
    void aRelativePathHasItsAddress(String path, String url) {
        assertThat(LinkResolver.of("notices/2023/a.zh.md", site()).url(path)).contains(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../x.md",
                "../../site.yaml",
                "/notices/2023/a.zh.md",
                "a.fr.md",
                "a.md",
                "a",
                "a/",
                "a//b.pdf",
                "../2023",
                "a\\b.pdf",
                "../../notices",
                "../../../content/notices/2023/a.zh.md",
                "../23/a.zh.md"
            })
    void whatCannotBeOnTheSiteHasNone(String path) {
        assertThat(LinkResolver.of("notices/2023/a.zh.md", site()).url(path)).isEmpty();
    }

    @Test
    void aPathIsWrittenRelativeToItsText() {
        assertThat(LinkResolver.relative("notices/2023/a.zh.md", "notices/2022/b.zh.md"))
                .isEqualTo("../2022/b.zh.md");
        assertThat(LinkResolver.relative("notices/2023/a.zh.md", "notices/2023/a/x.pdf"))
                .isEqualTo("a/x.pdf");
        assertThat(LinkResolver.relative("notices/2023/a.zh.md", "pages/about.zh.md"))
                .isEqualTo("../../pages/about.zh.md");
    }

    private Site site() {
        ContentFixture run = new MinimalSite(folder).readAll();
        assertThat(run.problems.sorted().stream().map(Problem::at)).isEmpty();
        return run.site.orElseThrow();
    }
}
