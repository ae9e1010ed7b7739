package energy.registry.vision.application;

import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Records a piece of a permitted stream with the source that speaks its scheme. */
public final class RecordStream {
    private final CameraList cameras;
    private final LiveSource rtsp;
    private final LiveSource http;

    public RecordStream(CameraList cameras, LiveSource rtsp, LiveSource http) {
        this.cameras = cameras;
        this.rtsp = rtsp;
        this.http = http;
    }

    CameraList cameras() {
        return cameras;
    }

    public LiveSource.Answer record(URI address, Duration length, Path target) throws IOException {
        return record(cameras.permit(address, length, target));
    }

    LiveSource.Answer record(String cameraId, Duration length, Path target) throws IOException {
        return record(cameras.permit(cameraId, length, target));
    }

    private LiveSource.Answer record(CameraList.Answer answer) throws IOException {
        if (answer instanceof CameraList.Refused refused) {
            return new LiveSource.Refused(refused.reason(), refused.detail());
        }
        LiveSource.Request request = ((CameraList.Permitted) answer).request();
        boolean spoken = request.address().getScheme().toLowerCase(Locale.ROOT).equals("rtsp");
        return (spoken ? rtsp : http).record(request);
    }
}
