package io.cellmonitor.seating;

import io.cellmonitor.access.AsCaller;
import io.cellmonitor.problem.Problem;
import io.cellmonitor.seal.Sealer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Pictures of rooms, sealed at rest, off the event loop: a photograph may show people and their names. */
@ApplicationScoped
class SeatPictures {

    private static final int MOST_BYTES = 1 << 20;

    private static final String READ = "select media_type, picture from seat_pictures where class_id = $1";

    private static final String WRITE = """
            insert into seat_pictures (class_id, media_type, picture) values ($1, $2, $3)
            on conflict (class_id) do update set media_type = excluded.media_type, picture = excluded.picture""";

    private static final String DELETE = "delete from seat_pictures where class_id = $1";

    /** A picture as it was put. */
    record Picture(String mediaType, byte[] bytes) {}

    private final AsCaller asCaller;
    private final Sealer sealer;

    SeatPictures(AsCaller asCaller, Sealer sealer) {
        this.asCaller = asCaller;
        this.sealer = sealer;
    }

    /** Fails with a 404 problem when there is none. */
    Uni<Picture> of(UUID caller, UUID classId) {
        return asCaller.run(caller, connection -> connection.preparedQuery(READ).execute(Tuple.of(classId)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.notFound("There is no picture.");
                    }
                    return picture(classId, rows.iterator().next());
                });
    }

    /** Fails with a problem for what is no picture, or too large, packed or unpacked. */
    Uni<Void> set(UUID teacher, UUID classId, byte[] picture) {
        if (picture.length > MOST_BYTES) {
            throw Problem.invalid("body", "The picture is too large.", "max " + MOST_BYTES + " bytes");
        }
        PictureType type = PictureType.of(picture).orElseThrow(SeatPictures::noPicture);
        if (!PictureSize.of(type, picture).orElseThrow(SeatPictures::noPicture).isShowable()) {
            throw Problem.invalid("body", "The picture has too many pixels.", PictureSize.LIMIT);
        }
        return Uni.createFrom()
                .item(() -> Buffer.buffer(sealer.seal(picture, place(classId))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(kept -> asCaller.run(
                        teacher,
                        connection -> connection.preparedQuery(WRITE).execute(Tuple.of(classId, type.mediaType, kept))))
                .replaceWithVoid();
    }

    private static RuntimeException noPicture() {
        return Problem.invalid("body", "This is no picture.", "PNG, JPEG or WebP");
    }

    Uni<Void> delete(UUID teacher, UUID classId) {
        return asCaller.run(
                        teacher, connection -> connection.preparedQuery(DELETE).execute(Tuple.of(classId)))
                .replaceWithVoid();
    }

    private Picture picture(UUID classId, Row row) {
        byte[] sealed = row.getBuffer("picture").getBytes();
        return new Picture(row.getString("media_type"), sealer.open(sealed, place(classId)));
    }

    private static String place(UUID classId) {
        return "seat_pictures.picture/" + classId;
    }
}
