package io.noticepress.search.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteWriterTest {
    private final ByteWriter byteWriter = new ByteWriter(1);

    @Test
    void numbersAreLeb128() {
        byteWriter.writeNumber(0);
        byteWriter.writeNumber(127);
        byteWriter.writeNumber(128);
        byteWriter.writeNumber(624485);
        byteWriter.writeNumber(Integer.MAX_VALUE);
        assertThat(byteWriter.takeBytes())
                .containsExactly(0, 0x7F, 0x80, 1, 0xE5, 0x8E, 0x26, 0xFF, 0xFF, 0xFF, 0xFF, 7);
    }

    @Test
    void aTextIsItsLengthInBytesAndUtf8() {
        byteWriter.writeText("科A");
        assertThat(byteWriter.takeBytes()).containsExactly(4, 0xE7, 0xA7, 0x91, 0x41);
    }

    @Test
    void aTermIsFrontCoded() {
        assertThat(encodedAfter("科技", "科普")).isEqualTo("1 普");
        assertThat(encodedAfter("", "科技")).isEqualTo("0 科技");
        assertThat(encodedAfter("notice", "notices")).isEqualTo("6 s");
        assertThat(encodedAfter("notice", "noun")).isEqualTo("2 un");
    }

    /** Supplementary characters may share their high surrogate; a lone surrogate cannot be written. */
    @Test
    void noCharacterIsCutInTwo() {
        assertThat(encodedAfter("𠀀𠀁", "𠀀𠀂")).isEqualTo("2 𠀂");
        assertThat(encodedAfter("𠀀", "𠀁")).isEqualTo("0 𠀁");
    }

    private String encodedAfter(String before, String term) {
        byteWriter.writeNextTerm(before, term);
        byte[] all = byteWriter.takeBytes();
        assertThat((int) all[1]).isEqualTo(all.length - 2);
        return all[0] + " " + new String(all, 2, all.length - 2, StandardCharsets.UTF_8);
    }
}
