package io.noticepress.output;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of the disk that look as the last build left them, so that what is in them need not be looked at again. */
public final class Still {
    /** Nothing is known to be as it was. */
    public static final Still NOTHING = new Still(Map.of(), Map.of());

    private final Map<Path, Looks> parts;
    private final Map<Path, Looks> last;

    private Still(Map<Path, Looks> parts, Map<Path, Looks> last) {
        this.parts = parts;
        this.last = last;
    }

    /**
     * What holds of the last looks.
     *
     * @param now how those parts look that are as they were, in the order of the last looks
     */
    public static Still of(List<Looks> last, List<Optional<Looks>> now) {
        Map<Path, Looks> parts = new HashMap<>();
        Map<Path, Looks> all = new HashMap<>();
        last.forEach(looks -> all.put(looks.part().place(), looks));
        now.forEach(looks -> looks.ifPresent(found -> parts.put(found.part().place(), found)));
        return new Still(parts, all);
    }

    /** How a part looks that begins at a place, if that is how it was left. */
    Optional<Looks> at(Path place) {
        return Optional.ofNullable(parts.get(place));
    }

    /** How a part looked that begins at a place when the last build ended, whatever it looks like now. */
    Optional<Looks> before(Path place) {
        return Optional.ofNullable(last.get(place));
    }

    /** Whether a folder is as it was left: its names, its files and, unless its folders are parts of their own, all below. */
    public boolean holds(Path folder) {
        return parts.containsKey(folder);
    }

    /** What is in a folder that holds: the names, and whether each is a folder. */
    public Optional<Map<String, Boolean>> names(Path folder) {
        return at(folder).map(Looks::names);
    }

    /** The same as long as some files are still those that were left, too; else nothing. */
    Still given(Collection<Path> files) {
        boolean same =
                files.stream().allMatch(file -> at(file).filter(Looks::hold).isPresent());
        return same ? this : NOTHING;
    }

    /** What is left of it when files were put, replaced or removed. */
    Still without(Stream<Path> touched) {
        if (parts.isEmpty()) {
            return this;
        }
        Map<Path, Looks> left = new HashMap<>(parts);
        touched.forEach(each -> {
            for (Path here = each; here != null && !left.isEmpty(); here = here.getParent()) {
                left.remove(here);
            }
        });
        return new Still(left, last);
    }
}
