package de.schulpakt.install.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The picture of a floor as it is printed. */
class FloorPictureTest {
    @Test
    void a_photo_that_was_taken_upright_is_printed_upright() throws IOException {
        BufferedImage printed = ImageIO.read(new ByteArrayInputStream(FloorPicture.numbered(photo(6), List.of())));
        assertThat(List.of(printed.getWidth(), printed.getHeight())).isEqualTo(List.of(100, 200));
        // what was on the left is on top
        assertThat(new Color(printed.getRGB(50, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(printed.getRGB(50, 180)).getRed()).isLessThan(60);
        BufferedImage plain = ImageIO.read(new ByteArrayInputStream(FloorPicture.numbered(photo(1), List.of())));
        assertThat(List.of(plain.getWidth(), plain.getHeight())).isEqualTo(List.of(200, 100));
    }

    @Test
    void what_cannot_be_read_stays_as_it_is() {
        byte[] odd = "no picture".getBytes(StandardCharsets.US_ASCII);
        assertThat(FloorPicture.numbered(odd, List.of())).isEqualTo(odd);
    }

    /** Red on the left, black on the right, turned as the camera says. */
    private static byte[] photo(int orientation) throws IOException {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 100; x++) {
            for (int y = 0; y < 100; y++) {
                image.setRGB(x, y, 0xFF0000);
            }
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        byte[] bytes = plain.toByteArray();
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation + "\0\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        out.write(exif);
        out.write(bytes, 2, bytes.length - 2);
        return out.toByteArray();
    }
}
