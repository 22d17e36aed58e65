package io.cellmonitor.seal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Content behind one byte that says whether it is compressed: 0 as it is, 1 deflated. */
final class Deflated {

    /** Below this the time, measured as 9 µs however short the content, buys some hundred bytes. */
    private static final int WORTH_IT = 1024;

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;

    private Deflated() {}

    static byte[] pack(byte[] content) {
        byte[] packed = new byte[content.length + 1];
        if (content.length >= WORTH_IT) {
            int length = deflate(content, packed);
            if (length < content.length) {
                packed[0] = DEFLATED;
                return Arrays.copyOf(packed, length + 1);
            }
        }
        packed[0] = PLAIN;
        System.arraycopy(content, 0, packed, 1, content.length);
        return packed;
    }

    static byte[] unpack(byte[] packed) {
        if (packed.length > 0 && packed[0] == DEFLATED) {
            return inflate(packed);
        }
        if (packed.length == 0 || packed[0] != PLAIN) {
            throw new NotSealedHere();
        }
        return Arrays.copyOfRange(packed, 1, packed.length);
    }

    /** The length, or that of the content when it did not get smaller. */
    private static int deflate(byte[] content, byte[] packed) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            int length = deflater.deflate(packed, 1, content.length);
            return deflater.finished() ? length : content.length;
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] packed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            ByteArrayOutputStream content = new ByteArrayOutputStream(packed.length * 4);
            byte[] chunk = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 && inflater.needsInput()) {
                    throw new NotSealedHere();
                }
                content.write(chunk, 0, length);
            }
            return content.toByteArray();
        } catch (DataFormatException changed) {
            throw new NotSealedHere();
        } finally {
            inflater.end();
        }
    }
}
