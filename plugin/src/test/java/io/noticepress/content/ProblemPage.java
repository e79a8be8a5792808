package io.noticepress.content;

import io.noticepress.content.ProblemCase.FencedBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of a problem code, which is its documentation and its test.
 *
 * <pre>
 * # unknown-issuer                                        the code, also the name of the file
 *
 * error                                                   its severity
 *
 * 发文机关写代码……                                          a paragraph each in Chinese and English:
 *                                                         why this is a mistake and what to do
 * An issuer is given by its key …
 *
 * ## mistyped                                             a case
 *
 * 代码写错了。                                              a caption in both languages
 * The key is misspelt.
 *
 * ```md content/notices/2030/kx-2030-6.zh.md              fenced blocks, see {@link FencedBlock}
 * ---
 * issuer: kxx
 * » 9-11 error unknown-issuer
 * ---
 * ```
 *
 * ```problems zh
 * …
 * ```
 * </pre>
 *
 * @param file where it is
 * @param lines all of it
 * @param introduction heading, severity, and the two paragraphs
 */
record ProblemPage(Path file, List<String> lines, List<String> introduction, List<ProblemCase> cases) {
    /** They are part of the plugin, which can print them. */
    static final Path FOLDER = Path.of("src/main/resources/io/noticepress/problem/codes");

    private static final Pattern FENCE = Pattern.compile("(`{3,})(\\S.*)");

    static List<ProblemPage> readAll() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(ProblemPage::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProblemPage read(Path file) {
        try {
            return parse(file, Files.readString(file).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemPage parse(Path file, List<String> lines) {
        String code = file.getFileName().toString().replace(".md", "");
        List<String> introduction = new ArrayList<>();
        List<ProblemCase> cases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher fence = FENCE.matcher(line);
            if (line.startsWith("## ")) {
                cases.add(new ProblemCase(code, line.substring(3), new ArrayList<>(), new ArrayList<>()));
            } else if (fence.matches()) {
                int start = i + 1;
                int end = start + lines.subList(start, lines.size()).indexOf(fence.group(1));
                List<String> info = List.of(fence.group(2).split(" "));
                List<String> inner = List.copyOf(lines.subList(start, end));
                cases.get(cases.size() - 1).blocks().add(new FencedBlock(info, start, inner));
                i = end;
            } else if (!line.isEmpty()) {
                (cases.isEmpty() ? introduction : cases.get(cases.size() - 1).caption()).add(line);
            }
        }
        return new ProblemPage(file, lines, introduction, cases);
    }

    /** The text of the page with these lines in its fenced blocks; nothing else is changed. */
    String withBlocks(BiFunction<ProblemCase, FencedBlock, List<String>> blockLines) {
        List<String> changed = new ArrayList<>(lines);
        for (int i = cases.size() - 1; i >= 0; i--) {
            List<FencedBlock> blocks = cases.get(i).blocks();
            for (int j = blocks.size() - 1; j >= 0; j--) {
                FencedBlock block = blocks.get(j);
                int end = block.start() + block.lines().size();
                changed.subList(block.start(), end).clear();
                changed.addAll(block.start(), blockLines.apply(cases.get(i), block));
            }
        }
        return String.join("\n", changed) + "\n";
    }
}
