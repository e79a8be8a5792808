package io.noticepress.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRequestTest {
    private static String shown(String path) {
        Path base = Path.of("/projects/site");
        return new RunRequest(
                        base,
                        Path.of("/home/someone"),
                        base.resolve("content"),
                        base.resolve("themes"),
                        Optional.empty(),
                        base.resolve("target/site"),
                        base.resolve("target/noticepress"),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        CiPlatform.NONE)
                .displayPath(Path.of(path));
    }

    @Test
    void whatLiesBelowTheProjectIsShownRelativeToIt() {
        assertThat(shown("/projects/site/content/notices/2030/a.zh.md")).isEqualTo("content/notices/2030/a.zh.md");
        assertThat(shown("/projects/site/x/../content")).isEqualTo("content");
    }

    @Test
    void whatLiesElsewhereIsShownWhole() {
        assertThat(shown("/projects/site-two/content")).isEqualTo("/projects/site-two/content");
        assertThat(shown("/projects/site/../other")).isEqualTo("/projects/other");
        assertThat(shown("/projects/site")).isEqualTo("/projects/site");
    }
}
