package io.noticepress.model.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrayMapTest {
    private static Map<String, Integer> words() {
        Map<String, Integer> words = new LinkedHashMap<>();
        words.put("zh", 1);
        words.put("en", 2);
        words.put("bo", 3);
        return words;
    }

    @Test
    void aCopyEqualsItsMap() {
        Map<String, Integer> copy = ArrayMap.copyOf(words());
        assertThat(copy).isEqualTo(words()).hasSameHashCodeAs(words()).hasToString("{zh=1, en=2, bo=3}");
        assertThat(copy.get("en")).isEqualTo(2);
        assertThat(copy.get("ug")).isNull();
        assertThat(copy.containsKey("bo")).isTrue();
        assertThat(copy.containsKey("ug")).isFalse();
    }

    @Test
    void entriesStayInTheirOrder() {
        Map<String, Integer> copy = ArrayMap.copyOf(words());
        assertThat(copy.keySet()).containsExactly("zh", "en", "bo");
        assertThat(copy.values()).containsExactly(1, 2, 3);
    }

    @Test
    void theCopyIsImmutable() {
        Map<String, Integer> words = words();
        Map<String, Integer> copy = ArrayMap.copyOf(words);
        words.put("zh", 9);
        assertThat(copy.get("zh")).isEqualTo(1);
        assertThatThrownBy(() -> copy.put("zh", 9)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.keySet().remove("zh")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(ArrayMap.copyOf(copy)).isSameAs(copy);
    }
}
