package io.cellmonitor.seating;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How large a picture becomes when a browser unpacks it, by its header: a megabyte that was packed well fills gigabytes of whoever looks at it. In pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record PictureSize(int width, int height) {

    /** Of one side; pictures of telephones have less. */
    private static final int LONGEST = 8192;

    private static final long MOST_PIXELS = 40_000_000;

    /** What {@link #isShowable} asks for. */
    static final String LIMIT = "max " + LONGEST + " pixels a side, " + MOST_PIXELS + " in all";

    /** Empty where the header is none of this type. */
    static Optional<PictureSize> of(PictureType type, byte[] picture) {
        ByteBuffer bytes = ByteBuffer.wrap(picture);
        try {
            PictureSize size =
                    switch (type) {
                        case PNG -> new PictureSize(bytes.getInt(16), bytes.getInt(20));
                        case JPEG -> ofJpeg(bytes);
                        case WEBP -> ofWebp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                    };
            return size.width > 0 && size.height > 0 ? Optional.of(size) : Optional.empty();
        } catch (IndexOutOfBoundsException breaksOff) {
            return Optional.empty();
        }
    }

    boolean isShowable() {
        return width <= LONGEST && height <= LONGEST && (long) width * height <= MOST_PIXELS;
    }

    /** ITU-T T.81, B.2.2: the size is in the frame's header, behind segments that say their lengths. */
    private static PictureSize ofJpeg(ByteBuffer bytes) {
        int at = 2;
        while ((bytes.get(at) & 0xFF) == 0xFF) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                return new PictureSize(bytes.getChar(at + 7), bytes.getChar(at + 5));
            } else {
                at += 2 + bytes.getChar(at + 2);
            }
        }
        return new PictureSize(0, 0);
    }

    /** SOF0 to SOF15 without the tables that lie between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** RFC 9649: lossy, lossless and extended say it in different places. */
    private static PictureSize ofWebp(ByteBuffer bytes) {
        return switch ((char) bytes.get(15)) {
            case ' ' -> new PictureSize(bytes.getChar(26) & 0x3FFF, bytes.getChar(28) & 0x3FFF);
            case 'L' -> {
                int packed = bytes.getInt(21);
                yield new PictureSize((packed & 0x3FFF) + 1, (packed >>> 14 & 0x3FFF) + 1);
            }
            case 'X' -> new PictureSize((bytes.getInt(24) & 0xFFFFFF) + 1, (bytes.getInt(26) >>> 8) + 1);
            default -> new PictureSize(0, 0);
        };
    }
}
