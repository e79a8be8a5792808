package io.noticepress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Limits of packages, files and methods, and unique names of types. There is no list of exceptions. */
class CodeSizeTest {
    private static final int FILES_PER_PACKAGE = 20;
    private static final int LINES_PER_FILE = 300;
    private static final int LINES_PER_METHOD = 50;

    @Test
    void noPackageHasMoreThan20Files() {
        Map<Path, Long> files = JavaFile.ALL.stream()
                .collect(Collectors.groupingBy(file -> file.path().getParent(), TreeMap::new, Collectors.counting()));
        files.values().removeIf(count -> count <= FILES_PER_PACKAGE);
        assertThat(files).isEmpty();
    }

    @Test
    void noFileHasMoreThan300Lines() {
        Map<Path, Long> lines = new TreeMap<>();
        JavaFile.ALL.forEach(file -> lines.put(file.path(), file.text().lines().count()));
        lines.values().removeIf(count -> count <= LINES_PER_FILE);
        assertThat(lines).isEmpty();
    }

    @Test
    void noMethodHasMoreThan50Lines() throws IOException {
        List<String> violations = new ArrayList<>();
        parse(JavaFile.MAIN, new MethodLengths(violations));
        assertThat(violations).isEmpty();
    }

    /** The plugin, its tests and its benchmarks together: who searches for a name finds one type. */
    @Test
    void simpleNamesOfTypesAreUnique() {
        Map<String, Set<String>> places = new TreeMap<>();
        JavaFile.ALL.stream()
                .filter(file -> !file.isPackageInfo())
                .forEach(file -> places.computeIfAbsent(file.name(), name -> new TreeSet<>())
                        .add(file.path().toString()));
        places.values().removeIf(paths -> paths.size() == 1);
        assertThat(places).isEmpty();
    }

    @Test
    void noNestedTypeOfThePluginHasTheNameOfATopLevelType() throws IOException {
        Set<String> topLevel = JavaFile.ALL.stream().map(JavaFile::name).collect(Collectors.toCollection(TreeSet::new));
        List<String> violations = new ArrayList<>();
        parse(JavaFile.ALL, new NestedNames(topLevel, violations));
        assertThat(violations).isEmpty();
    }

    /** Parses files with the compiler of the JDK, without resolving names, and visits each with a scanner. */
    private static void parse(List<JavaFile> sources, FileScanner scanner) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.stream().map(JavaFile::path).toList()));
            scanner.positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                scanner.unit = unit;
                scanner.scan(unit, null);
            }
        }
    }

    private abstract static class FileScanner extends TreeScanner<Void, Void> {
        SourcePositions positions;
        CompilationUnitTree unit;

        String place(Tree tree) {
            String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
            return file + ":" + lineOf(positions.getStartPosition(unit, tree));
        }

        long lineOf(long position) {
            LineMap lines = unit.getLineMap();
            return lines.getLineNumber(position);
        }
    }

    private static final class MethodLengths extends FileScanner {
        private final List<String> violations;

        MethodLengths(List<String> violations) {
            this.violations = violations;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            long end = positions.getEndPosition(unit, method);
            long lines = end < 0 ? 0 : lineOf(end) - lineOf(positions.getStartPosition(unit, method)) + 1;
            if (lines > LINES_PER_METHOD) {
                violations.add(place(method) + " " + method.getName() + ": " + lines + " lines");
            }
            return super.visitMethod(method, nothing);
        }
    }

    private static final class NestedNames extends FileScanner {
        private final Set<String> topLevel;
        private final List<String> violations;

        NestedNames(Set<String> topLevel, List<String> violations) {
            this.topLevel = topLevel;
            this.violations = violations;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean nested = unit.getTypeDecls().stream().noneMatch(declared -> declared == type);
            if (nested && topLevel.contains(type.getSimpleName().toString())) {
                violations.add(place(type) + " " + type.getSimpleName());
            }
            return super.visitClass(type, nothing);
        }
    }
}
