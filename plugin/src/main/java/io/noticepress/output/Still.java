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
    /** How the other parts looked. */
    private final Map<Path, Looks> others;

    private Still(Map<Path, Looks> parts, Map<Path, Looks> others) {
        this.parts = parts;
        this.others = others;
    }

    /**
     * What holds of the last looks.
     *
     * @param now how those parts look that are as they were, in the order of the last looks
     */
    public static Still of(List<Looks> last, List<Optional<Looks>> now) {
        Map<Path, Looks> parts = new HashMap<>();
        Map<Path, Looks> others = new HashMap<>();
        for (int i = 0; i < last.size(); i++) {
            Path place = last.get(i).part().place();
            if (now.get(i).isPresent()) {
                parts.put(place, now.get(i).get());
            } else {
                others.put(place, last.get(i));
            }
        }
        return new Still(parts, others);
    }

    /** How a part looks that begins at a place, if that is how it was left. */
    Optional<Looks> at(Path place) {
        return Optional.ofNullable(parts.get(place));
    }

    /** How a part looked that begins at a place and is not as it was left. */
    Optional<Looks> before(Path place) {
        return Optional.ofNullable(others.get(place));
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
        Map<Path, Looks> gone = new HashMap<>(others);
        touched.forEach(each -> {
            for (Path here = each; here != null && !left.isEmpty(); here = here.getParent()) {
                Looks looks = left.remove(here);
                if (looks != null) {
                    gone.put(here, looks);
                }
            }
        });
        return new Still(left, gone);
    }
}
