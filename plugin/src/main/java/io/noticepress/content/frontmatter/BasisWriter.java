package io.noticepress.content.frontmatter;

import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.files.FileLimits;
import io.noticepress.content.files.MarkdownFile;
import io.noticepress.model.SourceFile;
import io.noticepress.model.values.Digest;
import io.noticepress.problem.Message;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.problem.RunFailed;
import io.noticepress.yaml.FieldEditor;
import io.noticepress.yaml.Mapping;
import io.noticepress.yaml.Scalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code translation.basis} into the file of a translation and changes no other character of it. The file is replaced
 * atomically, so that it is never seen half written.
 */
public final class BasisWriter {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A\\uFEFF?---[ \\t]*\\r?\\n(.*?)^---[ \\t]*\\r?$", Pattern.DOTALL | Pattern.MULTILINE);

    private final ContentFolder folder;

    /** A writer for the files of a content folder. */
    public BasisWriter(ContentFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes a basis.
     *
     * @param source the file as it was read
     * @param basis {@code v1} and the fingerprints of the original
     * @throws RunFailed if the file has changed meanwhile, cannot be written, or is written in a way that cannot be edited safely
     */
    public void write(SourceFile source, String basis) {
        byte[] before = folder.readBytes(source.path(), FileLimits.TEXT_FILE, new Problems())
                .filter(bytes -> Digest.of(bytes).equals(source.digest()))
                .orElseThrow(() -> folder.changedDuringRun(source.path()));
        String text = new String(before, StandardCharsets.UTF_8);
        Matcher front = FRONT_MATTER.matcher(text);
        String edited = Optional.of(front)
                .filter(Matcher::find)
                .flatMap(found -> FieldEditor.set(found.group(1), "translation", "basis", basis))
                .map(after -> text.substring(0, front.start(1)) + after + text.substring(front.end(1)))
                .orElseThrow(() -> notEditable(source, basis));
        if (!hasBasis(source, edited, basis)) {
            throw notEditable(source, basis);
        }
        replace(source.path(), edited.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a text has this basis and no problems. */
    private boolean hasBasis(SourceFile source, String text, String basis) {
        Problems problems = new Problems();
        Optional<String> found = MarkdownFile.parse(source.path(), folder.displayPath(source.path()), text, problems)
                .frontMatter()
                .flatMap(front -> front.field("translation"))
                .map(Mapping.Field::value)
                .filter(Mapping.class::isInstance)
                .flatMap(map -> ((Mapping) map).field("basis"))
                .map(field -> field.value() instanceof Scalar scalar ? scalar.text() : "");
        return problems.sorted().isEmpty() && found.equals(Optional.of(basis));
    }

    private void replace(String path, byte[] bytes) {
        Path file = folder.file(path);
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RunFailed(folder.unreadable(path, e), e);
        }
    }

    private RunFailed notEditable(SourceFile source, String basis) {
        return new RunFailed(Problem.of(
                ProblemCode.INVALID_VALUE,
                folder.displayPath(source.path()),
                Message.of(
                        "“translation”的写法特殊，basis 写不进去",
                        "\"translation\" is written in a way that cannot be edited safely"),
                Message.of("在 translation 下自行写上 basis: {0}", "add this below \"translation\": basis: {0}", basis)));
    }
}
