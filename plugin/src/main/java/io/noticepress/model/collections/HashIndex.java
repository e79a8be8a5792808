package io.noticepress.model.collections;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Things that are found by a text each of them has: some 8 bytes a thing besides itself, where a map would take fifty. Immutable,
 * as long as the things are.
 */
public final class HashIndex<T> {
    private final List<T> all;
    private final Function<T, String> key;
    private final IntHashTable positions = new IntHashTable();

    /** Of things with the same text, the first is found. The list is not copied. */
    public HashIndex(List<T> all, Function<T, String> key) {
        this.all = all;
        this.key = key;
        for (int i = 0; i < all.size(); i++) {
            if (position(key.apply(all.get(i))) < 0) {
                positions.add(i, each -> key.apply(all.get(each)).hashCode());
            }
        }
    }

    /** All things, in their order. */
    public List<T> all() {
        return all;
    }

    /** The thing with a text, if there is one. */
    public Optional<T> find(String text) {
        int number = position(text);
        return number < 0 ? Optional.empty() : Optional.of(all.get(number));
    }

    /** Which of all things has a text; negative if none has. */
    public int position(String text) {
        return positions.find(text.hashCode(), each -> key.apply(all.get(each)).equals(text));
    }
}
