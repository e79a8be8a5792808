package io.noticepress.model.collections;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of few entries that keeps their order and is searched linearly. Two entries take 56 bytes, in a
 * {@link java.util.LinkedHashMap} 230.
 */
public final class ArrayMap<K, V> extends AbstractMap<K, V> {
    /** Keys and values in turn: key, value, key, value, … */
    private final Object[] entries;

    private ArrayMap(Object[] entries) {
        this.entries = entries;
    }

    /** A copy of a map; an {@code ArrayMap} is returned as it is. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        if (map instanceof ArrayMap) {
            return map;
        }
        Object[] entries = new Object[2 * map.size()];
        int next = 0;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            entries[next++] = entry.getKey();
            entries[next++] = entry.getValue();
        }
        return new ArrayMap<>(entries);
    }

    @Override
    public int size() {
        return entries.length / 2;
    }

    @Override
    public @Nullable V get(Object key) {
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i].equals(key)) {
                return value(i);
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @SuppressWarnings("unchecked") // copyOf stores keys of type K and values of type V
    private K key(int at) {
        return (K) entries[at];
    }

    @SuppressWarnings("unchecked") // copyOf stores keys of type K and values of type V
    private V value(int at) {
        return (V) entries[at + 1];
    }

    /** Creates a new view on each call: the view that {@link AbstractMap} caches would make the map half as large again. */
    @Override
    public Collection<V> values() {
        return new AbstractList<>() {
            @Override
            public V get(int index) {
                return value(2 * index);
            }

            @Override
            public int size() {
                return ArrayMap.this.size();
            }
        };
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return ArrayMap.this.size();
            }

            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<K, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < entries.length;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            next += 2;
            return Map.entry(key(next - 2), value(next - 2));
        }
    }
}
