package io.noticepress.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Typical mistakes of editors. */
public final class RandomMistakes {
    private static final List<String[]> REPLACEMENTS = List.of(
            new String[] {"title: ", "titel: "},
            new String[] {"issued: 20", "issued: 20x"},
            new String[] {"issuer: [", "issuer: [nobody, "},
            new String[] {"topics: [", "topics: [nothing, "},
            new String[] {"kind: ", "kind: 不存在"},
            new String[] {"---\n", "--\n"},
            new String[] {"state: reviewed", "state: perfect"},
            new String[] {"\n# ", "\n<script>alert(1)</script>\n\n# "},
            new String[] {"\n# ", "\n[x](javascript:alert(1))\n\n# "},
            new String[] {"stamp", "sta\u202Emp"});

    private RandomMistakes() {}

    /** The file of a notice with none, one or two mistakes. */
    public static byte[] addTo(byte[] file, Random random) {
        String text = new String(file, StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0; i--) {
            String[] mistake = REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size()));
            text = text.replace(mistake[0], mistake[1]);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
