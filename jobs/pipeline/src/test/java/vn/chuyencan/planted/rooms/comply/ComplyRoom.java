package vn.chuyencan.planted.rooms.comply;

import vn.chuyencan.planted.rooms.cli.CliRoom;
import vn.chuyencan.planted.rooms.decide.DecideRoom;
import vn.chuyencan.planted.rooms.error.ErrorRoom;
import vn.chuyencan.planted.rooms.job.JobRoom;
import vn.chuyencan.planted.rooms.measure.MeasureRoom;
import vn.chuyencan.planted.rooms.model.ModelRoom;
import vn.chuyencan.planted.rooms.policy.PolicyRoom;
import vn.chuyencan.planted.rooms.report.ReportRoom;
import vn.chuyencan.planted.rooms.source.SourceRoom;
import vn.chuyencan.planted.rooms.table.TableRoom;
import vn.chuyencan.planted.rooms.work.WorkRoom;

/** Uses every other room, also those that it must not. */
public record ComplyRoom(
    CliRoom cli,
    JobRoom job,
    SourceRoom source,
    MeasureRoom measure,
    DecideRoom decide,
    ReportRoom report,
    TableRoom table,
    WorkRoom work,
    PolicyRoom policy,
    ModelRoom model,
    ErrorRoom error) {}
