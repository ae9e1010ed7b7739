package energy.registry.web.adapter.ingest;

import static energy.registry.web.adapter.http.ServiceDoor.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.web.adapter.http.ServiceDoor;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.Footage;

/** Pictures and records from the camera service. */
public final class VisionFootage implements Footage {
    private final ServiceDoor door;

    public VisionFootage(ServiceDoor door) {
        this.door = door;
    }

    @Override
    public Outcome<byte[]> kymograph(String clipDigest) {
        return door.get("/v1/clips/" + encoded(clipDigest) + "/kymograph.png", ServiceDoor.READ_PATIENCE);
    }

    @Override
    public Outcome<byte[]> frame(String clipDigest, int number) {
        return door.get("/v1/clips/" + encoded(clipDigest) + "/frame/" + number + ".jpg", ServiceDoor.READ_PATIENCE);
    }

    @Override
    public Outcome<String> record(String clipDigest) {
        return door.getJson("/v1/clips/" + encoded(clipDigest) + "/record", ServiceDoor.READ_PATIENCE)
                .map(JsonNode::toString);
    }
}
