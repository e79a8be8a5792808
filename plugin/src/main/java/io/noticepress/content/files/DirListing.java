package io.noticepress.content.files;

import io.noticepress.problem.HiddenChars;
import io.noticepress.problem.Location;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lists folders in the same order on every file system. Links, pipes and names that are not portable are reported. */
final class DirListing {
    /** A file or folder by its name. */
    record DirEntry(String name, boolean isFolder) {}

    private static final Set<String> GIT_FILES = Set.of(".gitkeep", ".gitignore", ".gitattributes");

    private final ContentFolder folder;
    private final Function<String, Optional<Map<String, Boolean>>> knownEntries;
    private final Problems problems;

    /** {@code knownEntries} gives the names in a folder and whether each is a folder, if that is known without reading it. */
    DirListing(ContentFolder folder, Function<String, Optional<Map<String, Boolean>>> knownEntries, Problems problems) {
        this.folder = folder;
        this.knownEntries = knownEntries;
        this.problems = problems;
    }

    /** The entries of a folder below the content folder, by name; {@code ""} is the content folder itself. */
    List<DirEntry> list(String path) {
        List<DirEntry> entries = new ArrayList<>();
        knownEntries.apply(path).orElseGet(() -> readDir(path)).forEach((name, isFolder) -> {
            String below = join(path, name);
            if (!isLitter(name, below) && isPortable(name, below)) {
                entries.add(new DirEntry(name, isFolder));
            }
        });
        entries.sort(Comparator.comparing((DirEntry dirEntry) -> ContentFolder.nfc(dirEntry.name()))
                .thenComparing(DirEntry::name));
        return entries;
    }

    private Map<String, Boolean> readDir(String path) {
        Path dir = path.isEmpty() ? folder.root() : folder.root().resolve(path);
        Map<String, Boolean> names = new LinkedHashMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(dir)) {
            for (Path file : stream) {
                String name = file.getFileName().toString();
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isRegularFile() && !attributes.isDirectory()) {
                    problems.add(
                            PathProblems.notRegular(folder.displayPath(join(path, name)), attributes.isSymbolicLink()));
                } else {
                    names.put(name, attributes.isDirectory());
                }
            }
        } catch (DirectoryIteratorException e) {
            problems.add(folder.unreadable(path, e.getCause()));
        } catch (IOException e) {
            problems.add(folder.unreadable(path, e));
        }
        return names;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** Whether it is a hidden or temporary file: {@code .DS_Store}, {@code Thumbs.db}, {@code ~$通知.docx}. Reported except Git's own. */
    private boolean isLitter(String name, String below) {
        boolean litter = name.startsWith(".")
                || name.startsWith("~$")
                || name.equalsIgnoreCase("Thumbs.db")
                || name.equalsIgnoreCase("desktop.ini");
        if (litter && !GIT_FILES.contains(name)) {
            problems.add(
                    ProblemCode.FOREIGN_FILE,
                    folder.displayPath(below),
                    Message.of("隐藏文件或临时文件，未发布", "a hidden or temporary file, not published"),
                    Message.of("删去", "delete it"));
        }
        return litter;
    }

    private boolean isPortable(String name, String below) {
        String displayPath = folder.displayPath(below);
        if (HiddenChars.isIn(name) || name.indexOf('\t') >= 0 || name.indexOf('\n') >= 0) {
            int c = name.codePoints()
                    .filter(each -> HiddenChars.isHidden(each) || each == '\t' || each == '\n')
                    .findFirst()
                    .orElseThrow();
            problems.add(
                    ProblemCode.HIDDEN_CHARACTER,
                    Location.ofFile(displayPath),
                    1,
                    Message.of(
                            "文件名里有一个看不见的字符 {0}", "hidden character {0} in the file name", HiddenChars.codePointName(c)),
                    Message.of("给文件改名，去掉这个字符", "rename the file without it"));
            return false;
        }
        if (name.indexOf('\uFFFD') >= 0) {
            problems.add(
                    ProblemCode.IO,
                    displayPath,
                    Message.of("文件名在当前系统编码下无法读取", "the file name cannot be read in the character set of this system"),
                    Message.of("设置环境变量 LC_ALL=C.UTF-8 后重新运行", "set LC_ALL=C.UTF-8 in the environment and run again"));
            return false;
        }
        boolean invalidOnWindows = name.indexOf('\\') >= 0
                || name.endsWith(".")
                || name.endsWith(" ")
                || !name.endsWith(".md") && Slug.isWindowsDevice(name.toLowerCase(Locale.ROOT));
        if (invalidOnWindows) {
            problems.add(
                    ProblemCode.UNSAFE_PATH,
                    displayPath,
                    Message.of("这个文件名在 Windows 上不能使用", "this file name cannot be used on Windows"),
                    Message.of("给文件改名", "rename the file"));
        }
        return !invalidOnWindows;
    }
}
