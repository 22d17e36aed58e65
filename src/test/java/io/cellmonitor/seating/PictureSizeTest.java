package io.cellmonitor.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large a picture is before anybody unpacks it. */
class PictureSizeTest {

    private static byte[] written(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(300, 17, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"png,PNG", "jpg,JPEG"})
    void asProgramsWriteThem(String format, PictureType type) throws IOException {
        byte[] picture = written(format);
        assertThat(PictureType.of(picture)).contains(type);
        assertThat(PictureSize.of(type, picture)).contains(new PictureSize(300, 17));
        assertThat(PictureSize.of(type, Arrays.copyOf(picture, 18))).isEmpty();
    }

    /** RFC 9649, 2.5 to 2.7; the bytes behind RIFF, its length and WEBP. */
    @ParameterizedTest
    @CsvSource({
        "5650382000000000300100 9d012a2c011100, 300, 17",
        "5650384c000000002f2b010400 0000000000, 300, 17",
        "565038580a000000000000002b01001000 00, 300, 17",
        "565038580a00000000000000ffffffffff ff, 16777216, 16777216"
    })
    void inEachOfTheThreeKindsOfWebp(String hex, int width, int height) {
        byte[] picture = HexFormat.of().parseHex("524946460000000057454250" + hex.replace(" ", ""));
        assertThat(PictureType.of(picture)).contains(PictureType.WEBP);
        assertThat(PictureSize.of(PictureType.WEBP, picture)).contains(new PictureSize(width, height));
    }

    @Test
    void whatWouldFillABrowsersMemoryIsNotShown() {
        assertThat(new PictureSize(8064, 4800).isShowable()).isTrue();
        assertThat(new PictureSize(8193, 1).isShowable()).isFalse();
        assertThat(new PictureSize(1, 8193).isShowable()).isFalse();
        assertThat(new PictureSize(8000, 8000).isShowable()).isFalse();
    }

    @Test
    void headersWithoutASizeAreNoPicture() {
        assertThat(PictureSize.of(PictureType.PNG, new byte[24])).isEmpty();
        assertThat(PictureSize.of(PictureType.JPEG, HexFormat.of().parseHex("ffd8ffd9000000000000")))
                .isEmpty();
        assertThat(PictureSize.of(PictureType.WEBP, new byte[40])).isEmpty();
    }
}
