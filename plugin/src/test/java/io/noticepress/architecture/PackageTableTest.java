package io.noticepress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of packages in {@code ARCHITECTURE.md} has a line for each package, with the first sentence of its package-info:
 * highest layer first. {@code -Dgolden.update=true} writes the table.
 */
class PackageTableTest {
    private static final Path DOCUMENT = Path.of("ARCHITECTURE.md");
    private static final Pattern TABLE = Pattern.compile("(?<=\\| Layer \\| Package \\| What it is \\|\n)(\\|.*\n)+");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*[\\s*]*(.*?\\.)(?=\\s|\\*/)", Pattern.DOTALL);

    @Test
    void everyPackageIsInTheTableWithItsCaption() throws IOException {
        String document = Files.readString(DOCUMENT).replace("\r\n", "\n");
        Matcher table = TABLE.matcher(document);
        assertThat(table.find()).as("table of packages").isTrue();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(
                    DOCUMENT, document.substring(0, table.start()) + expectedRows() + document.substring(table.end()));
        } else {
            assertThat(table.group()).isEqualTo(expectedRows());
        }
    }

    private static String expectedRows() {
        return JavaFile.MAIN.stream()
                .filter(JavaFile::isPackageInfo)
                .sorted(Comparator.comparing((JavaFile file) -> -layer(file)).thenComparing(JavaFile::packageName))
                .map(file -> "| " + layer(file) + " | `" + file.packageName() + "` | " + caption(file) + " |\n")
                .collect(Collectors.joining("", "|---|---|---|\n", ""));
    }

    private static int layer(JavaFile file) {
        return ArchitectureTest.LAYERS.get(file.topPackage());
    }

    private static String caption(JavaFile file) {
        Matcher matcher = FIRST_SENTENCE.matcher(file.text());
        assertThat(matcher.find()).as("caption of " + file.packageName()).isTrue();
        return matcher.group(1).replaceAll("\\s*\\n \\*\\s*", " ").replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
    }

    @Test
    void everyPackageHasAPackageInfo() {
        assertThat(JavaFile.MAIN.stream().map(JavaFile::packageName).distinct())
                .hasSameElementsAs(JavaFile.MAIN.stream()
                        .filter(JavaFile::isPackageInfo)
                        .map(JavaFile::packageName)
                        .toList());
    }
}
