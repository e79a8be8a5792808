package io.noticepress.content.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import io.noticepress.content.BodyReader;
import io.noticepress.content.ContentFixture;
import io.noticepress.content.MinimalSite;
import io.noticepress.content.files.ContentFolder;
import io.noticepress.content.frontmatter.BodySource;
import io.noticepress.markdown.Markdown;
import io.noticepress.model.values.FileType;
import io.noticepress.model.values.ImageSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How large pictures are, as their files say. */
class PictureHeaderTest {
    /** Exif in both orders of bytes; the picture is turned as the last argument says. */
    private static final String EXIF_BIG =
            "4578696600004d4d002a00000008000201000003000000010007000001120003000000010%s0000";

    private static final String EXIF_LITTLE =
            "45786966000049492a000800000002000001030001000000070000001201030001000000%s0000";

    @TempDir
    Path folder;

    private static byte[] picture(FileType type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            String format = type.name().toLowerCase(Locale.ROOT);
            assertThat(ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), format, out))
                    .isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static Optional<ImageSize> read(byte[] bytes, FileType type) {
        try {
            return PictureHeader.read(new ByteArrayInputStream(bytes), type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPG", "GIF"})
    void aPictureSaysHowLargeItIs(FileType type) {
        assertThat(read(picture(type), type)).contains(new ImageSize(300, 200));
    }

    /** Made by ImageMagick: lossy, lossless, and with transparency. */
    @ParameterizedTest
    @CsvSource({
        "524946464e0000005745425056503820420000005003009d012a220018003e91, 34, 24",
        "524946461c000000574542505650384c0f0000002f2080050007 10fd8ffe0722a2, 33, 23",
        "52494646720000005745425056503858 0a000000100000002200001800004 14c, 35, 25"
    })
    void aWebpSaysHowLargeItIs(String head, int width, int height) {
        byte[] bytes = HexFormat.of().parseHex(head.replace(" ", ""));
        assertThat(read(bytes, FileType.WEBP)).contains(new ImageSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({"1, 300, 200", "3, 300, 200", "6, 200, 300", "8, 200, 300", "9, 300, 200"})
    void aPictureOnItsSideIsMeasuredUpright(int orientation, int width, int height) {
        byte[] picture = picture(FileType.JPG);
        for (String exif : new String[] {
            EXIF_BIG.replace("%s", "00" + orientation), EXIF_LITTLE.replace("%s", "0" + orientation + "00")
        }) {
            byte[] segment = HexFormat.of().parseHex(exif);
            ByteArrayOutputStream turned = new ByteArrayOutputStream();
            turned.write(picture, 0, 2);
            turned.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (segment.length + 2)});
            turned.writeBytes(segment);
            turned.write(picture, 2, picture.length - 2);
            assertThat(read(turned.toByteArray(), FileType.JPG)).as(exif).contains(new ImageSize(width, height));
        }
    }

    /** Whatever is cut off or wrong, nothing is thrown and nothing false is said. */
    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPG", "GIF", "WEBP", "PDF"})
    void aBrokenHeaderSaysNothing(FileType type) {
        byte[] whole = type == FileType.WEBP || type == FileType.PDF ? new byte[40] : picture(type);
        for (int length = 0; length < Math.min(whole.length, 1000); length++) {
            Optional<ImageSize> said = read(Arrays.copyOf(whole, length), type);
            if (said.isPresent()) {
                assertThat(said).contains(new ImageSize(300, 200));
            }
        }
        assertThat(read(new byte[100], type)).isEmpty();
    }

    @Test
    void aPictureOfTheNoticeHasItsSizeInTheText() {
        MinimalSite site = new MinimalSite(folder)
                .write("notices/2030/kx-2030-6/图.png", picture(FileType.PNG))
                .write(MinimalSite.ZH, MinimalSite.ORIGINAL + "\n![平面图](kx-2030-6/图.png)\n");
        assertThat(site.problemHeads()).isEmpty();
        ContentFixture run = site.readAll();
        BodyReader bodies =
                new BodyReader(ContentFolder.of(site.root, "content"), run.site.orElseThrow(), new Markdown()::parse);
        BodySource text = run.texts.stream()
                .filter(each -> each.source().path().equals(MinimalSite.ZH))
                .findFirst()
                .orElseThrow();
        assertThat(bodies.read(text).parts().get(0).html()).contains("alt=\"平面图\" width=\"300\" height=\"200\"");
    }
}
