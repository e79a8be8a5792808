package io.noticepress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a package below {@code io.noticepress} shows of its sub-packages. Code of other packages uses only those types of a
 * sub-package that its package-info names: {@code <p>Doors: {@link X}, {@link Y}.} Without that line nothing of it is used from
 * outside.
 */
class PackageDoorsTest {
    private static final Pattern DOORS = Pattern.compile("<p>Doors:((?:[\\s*,]|none|and|\\{@link[\\s*]+[\\w.]+})*)\\.");
    private static final Pattern LINK = Pattern.compile("\\{@link[\\s*]+(?:[\\w.]*\\.)?(\\w+)}");
    /** {@code io.noticepress.content.files.Inventory}, in an import or in the code. */
    private static final Pattern TYPE_USE = Pattern.compile("\\bio\\.noticepress\\.([a-z][a-z.]*)\\.([A-Z]\\w*)");

    private static final Pattern STAR_IMPORT = Pattern.compile("(?m)^import io\\.noticepress\\..*\\.\\*;");

    private interface Use {
        void accept(JavaFile user, String usedPackage, String usedType);
    }

    private static void forEachUse(Use use) {
        for (JavaFile file : JavaFile.MAIN) {
            Matcher matcher = TYPE_USE.matcher(file.code());
            while (matcher.find()) {
                use.accept(file, matcher.group(1), matcher.group(2));
            }
        }
    }

    private static Map<String, Set<String>> doors() {
        Map<String, Set<String>> doors = new TreeMap<>();
        for (JavaFile file : JavaFile.MAIN) {
            if (file.isPackageInfo() && file.packageName().contains(".")) {
                Set<String> names = new TreeSet<>();
                Matcher line = DOORS.matcher(file.text());
                if (line.find()) {
                    LINK.matcher(line.group(1)).results().forEach(link -> names.add(link.group(1)));
                }
                doors.put(file.packageName(), names);
            }
        }
        return doors;
    }

    @Test
    void subPackagesAreUsedFromOutsideThroughTheirDoorsOnly() {
        Map<String, Set<String>> doors = doors();
        Map<String, Map<String, Set<String>>> usersOfHidden = new TreeMap<>();
        forEachUse((user, usedPackage, usedType) -> {
            if (usedPackage.contains(".")
                    && !user.topPackage().equals(JavaFile.topPackage(usedPackage))
                    && !doors.getOrDefault(usedPackage, Set.of()).contains(usedType)) {
                usersOfHidden
                        .computeIfAbsent(usedPackage, key -> new TreeMap<>())
                        .computeIfAbsent(usedType, key -> new TreeSet<>())
                        .add(user.packageName() + "." + user.name());
            }
        });
        assertThat(usersOfHidden).isEmpty();
    }

    @Test
    void everyDoorIsATypeOfItsPackageThatIsUsedFromOutside() {
        Set<String> used = new TreeSet<>();
        forEachUse((user, usedPackage, usedType) -> {
            if (!user.topPackage().equals(JavaFile.topPackage(usedPackage))) {
                used.add(usedPackage + "." + usedType);
            }
        });
        Set<String> unused = new TreeSet<>();
        doors().forEach((name, types) -> types.forEach(type -> unused.add(name + "." + type)));
        unused.removeAll(used);
        assertThat(unused).isEmpty();
    }

    @Test
    void everyDoorsLineCanBeRead() {
        assertThat(JavaFile.MAIN)
                .filteredOn(file -> file.isPackageInfo() && file.text().contains("Doors:"))
                .allSatisfy(file -> assertThat(DOORS.matcher(file.text()).find())
                        .as(file.path().toString())
                        .isTrue());
    }

    @Test
    void noPackageIsImportedAsAWhole() {
        assertThat(JavaFile.MAIN)
                .allSatisfy(file -> assertThat(STAR_IMPORT.matcher(file.code()).find())
                        .as(file.path().toString())
                        .isFalse());
    }

    @Test
    void subPackagesOfOnePackageHaveNoCycles() {
        Map<String, Set<String>> imports = new TreeMap<>();
        forEachUse((user, usedPackage, usedType) -> {
            String own = user.packageName();
            if (own.contains(".")
                    && usedPackage.contains(".")
                    && !own.equals(usedPackage)
                    && user.topPackage().equals(JavaFile.topPackage(usedPackage))) {
                imports.computeIfAbsent(own, key -> new TreeSet<>()).add(usedPackage);
            }
        });
        Set<String> cycles = new LinkedHashSet<>();
        imports.keySet().forEach(start -> {
            for (String next : imports.get(start)) {
                if (reaches(imports, next, start)) {
                    cycles.add(start + " -> " + next + " -> … -> " + start);
                }
            }
        });
        assertThat(cycles).isEmpty();
    }

    private static boolean reaches(Map<String, Set<String>> imports, String from, String to) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(imports.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }
}
