package io.noticepress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytesTest {
    private final Bytes bytes = new Bytes(1);

    @Test
    void numbersAreLeb128() {
        bytes.number(0);
        bytes.number(127);
        bytes.number(128);
        bytes.number(624485);
        bytes.number(Integer.MAX_VALUE);
        assertThat(bytes.take()).containsExactly(0, 0x7F, 0x80, 1, 0xE5, 0x8E, 0x26, 0xFF, 0xFF, 0xFF, 0xFF, 7);
    }

    @Test
    void aTextIsItsLengthInBytesAndUtf8() {
        bytes.text("科A");
        assertThat(bytes.take()).containsExactly(4, 0xE7, 0xA7, 0x91, 0x41);
    }

    @Test
    void aTermIsWhatItSharesWithTheOneBeforeAndTheRest() {
        assertThat(after("科技", "科普")).isEqualTo("1 普");
        assertThat(after("", "科技")).isEqualTo("0 科技");
        assertThat(after("notice", "notices")).isEqualTo("6 s");
        assertThat(after("notice", "noun")).isEqualTo("2 un");
    }

    /** Two characters beyond the basic plane may share their first unit; half a character cannot be written. */
    @Test
    void noCharacterIsCutInTwo() {
        assertThat(after("𠀀𠀁", "𠀀𠀂")).isEqualTo("2 𠀂");
        assertThat(after("𠀀", "𠀁")).isEqualTo("0 𠀁");
    }

    private String after(String before, String term) {
        bytes.after(before, term);
        byte[] all = bytes.take();
        assertThat((int) all[1]).isEqualTo(all.length - 2);
        return all[0] + " " + new String(all, 2, all.length - 2, StandardCharsets.UTF_8);
    }
}
