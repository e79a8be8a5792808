package io.noticepress.store.codec;

import io.noticepress.model.values.Digest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The codecs of a record's components. */
final class ValueCodecs {
    private ValueCodecs() {}

    record IntCodec() implements BinaryCodec<Integer> {
        @Override
        public void write(BinaryWriter out, Integer value) {
            out.writeNumber(value & 0xFFFF_FFFFL);
        }

        @Override
        public Integer read(BinaryReader in) {
            return (int) in.readNumber();
        }
    }

    record LongCodec() implements BinaryCodec<Long> {
        @Override
        public void write(BinaryWriter out, Long value) {
            out.writeNumber(value);
        }

        @Override
        public Long read(BinaryReader in) {
            return in.readNumber();
        }
    }

    record BooleanCodec() implements BinaryCodec<Boolean> {
        @Override
        public void write(BinaryWriter out, Boolean value) {
            out.writeNumber(value ? 1 : 0);
        }

        @Override
        public Boolean read(BinaryReader in) {
            return in.readNumber() != 0;
        }
    }

    record StringCodec() implements BinaryCodec<String> {
        @Override
        public void write(BinaryWriter out, String value) {
            out.writeText(value);
        }

        @Override
        public String read(BinaryReader in) {
            return in.readText();
        }
    }

    record DayCodec() implements BinaryCodec<LocalDate> {
        @Override
        public void write(BinaryWriter out, LocalDate value) {
            out.writeNumber(value.toEpochDay());
        }

        @Override
        public LocalDate read(BinaryReader in) {
            return LocalDate.ofEpochDay(in.readNumber());
        }
    }

    record DigestCodec() implements BinaryCodec<Digest> {
        @Override
        public void write(BinaryWriter out, Digest value) {
            out.writeLong(value.a());
            out.writeLong(value.b());
            out.writeLong(value.c());
            out.writeLong(value.d());
        }

        @Override
        public Digest read(BinaryReader in) {
            return new Digest(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        }
    }

    record KeyCodec<T>(Function<T, String> key, Map<String, T> values) implements BinaryCodec<T> {
        @Override
        public void write(BinaryWriter out, T value) {
            out.writeText(key.apply(value));
        }

        @Override
        public T read(BinaryReader in) {
            String name = in.readText();
            T value = values.get(name);
            if (value == null) {
                throw new UnknownNameException(name);
            }
            return value;
        }
    }

    record SharedCodec<T>(BinaryCodec<T> codec) implements BinaryCodec<T> {
        @Override
        public void write(BinaryWriter out, T value) {
            out.writeShared(value, codec);
        }

        @Override
        public T read(BinaryReader in) {
            return in.readShared(codec);
        }
    }

    record OnReadCodec<T>(BinaryCodec<T> codec, UnaryOperator<T> function) implements BinaryCodec<T> {
        @Override
        public void write(BinaryWriter out, T value) {
            codec.write(out, value);
        }

        @Override
        public T read(BinaryReader in) {
            return function.apply(codec.read(in));
        }
    }

    record OptionalCodec<T>(BinaryCodec<T> value) implements BinaryCodec<Optional<T>> {
        @Override
        public void write(BinaryWriter out, Optional<T> optional) {
            out.writeNumber(optional.isPresent() ? 1 : 0);
            if (optional.isPresent()) {
                value.write(out, optional.get());
            }
        }

        @Override
        public Optional<T> read(BinaryReader in) {
            return in.readNumber() == 0 ? Optional.empty() : Optional.of(value.read(in));
        }
    }

    record ListCodec<T>(BinaryCodec<T> element) implements BinaryCodec<List<T>> {
        @Override
        public void write(BinaryWriter out, List<T> list) {
            out.writeNumber(list.size());
            for (T each : list) {
                element.write(out, each);
            }
        }

        @Override
        public List<T> read(BinaryReader in) {
            int size = (int) in.readNumber();
            if (size == 0) {
                return List.of();
            }
            List<T> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(element.read(in));
            }
            return list;
        }
    }

    record MapCodec<K, V>(BinaryCodec<K> key, BinaryCodec<V> value) implements BinaryCodec<Map<K, V>> {
        @Override
        public void write(BinaryWriter out, Map<K, V> map) {
            out.writeNumber(map.size());
            for (Map.Entry<K, V> entry : map.entrySet()) {
                key.write(out, entry.getKey());
                value.write(out, entry.getValue());
            }
        }

        @Override
        public Map<K, V> read(BinaryReader in) {
            int size = (int) in.readNumber();
            if (size == 0) {
                return Map.of();
            }
            Map<K, V> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                K name = key.read(in);
                map.put(name, value.read(in));
            }
            return map;
        }
    }
}
