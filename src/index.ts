/**
 * The one door of Beltway. A data set is loaded from text, a request is answered, a saved answer is verified.
 *
 * Words: a **node** is a point of the road data and a **link** the stretch between two; their integer twins
 * inside `routing/` are **vertex** and **edge**. A **highway** is a named road, a **section** a stretch of it
 * opened on one date. A **plant** belongs to an **assembler group**. A **base** scenario is without, a
 * **build** scenario with; a **modification** is one change. **Impedance** is what a search minimises; the
 * **cutoff** is the one hour in seconds, inclusive. **Attribution** says whether a verdict held without.
 * Units stand in the names. Unreached is `Infinity` inside and `null` in JSON, never 0.
 */
export { analyse } from './analysis.ts';
export { analyseQuick, type QuickAnalysis } from './answer/quick.ts';
export { createMemory, type Memory } from './answer/memory.ts';
export type { AnalysisRequest } from './answer/request.ts';
export { startDraws, type DrawRun } from './answer/confidence.ts';
export { createDrawer, type Drawer, type DrawOptions } from './answer/drawer.ts';
export { toSensitivity, type SensitivityRequest } from './answer/sensitivity.ts';
export { countFastestRoutes } from './answer/fastest-routes.ts';
export { startFix, type FixProgress, type FixRun } from './answer/fix.ts';
export type { FixRequest, NewLinkChoice } from './answer/fix-request.ts';
export {
  toIsochroneDocument,
  toIsochrones,
  type IsochroneContrast,
  type IsochroneRequest,
} from './answer/isochrones.ts';
export { rankLocations } from './answer/locations.ts';
export { toOverlap, toOverlapDocument, type OverlapContrast, type OverlapRequest } from './answer/overlap.ts';
export { quoteWord } from './answer/command.ts';
export type { PieceRun } from './answer/pieces.ts';
export { startBuildOrder, type BuildOrderRequest } from './answer/build-order.ts';
export { startCriticality, type CriticalityRequest } from './answer/criticality.ts';
export { startSectionValues } from './answer/section-values.ts';
export type { SectionsRequest } from './answer/section-game.ts';
export { compareScenarios, type ScenarioTableRequest } from './answer/scenario-table.ts';
export { toReliability, type ReliabilityRequest } from './answer/reliability.ts';
export { listDay, type DayRequest } from './answer/day.ts';
export { findPlace, type KnownPlace } from './answer/place.ts';
export { explainTrip } from './answer/trip-explanation.ts';
export { listTripsFrom } from './answer/trip-list.ts';
export { withParts } from './answer/whole.ts';
export { createSchemaDoor, DATA_SCHEMAS, loadDataset } from './load/index.ts';
export type { FileTexts, LoadResult, SchemaDoor, Schemas } from './load/index.ts';
export { addOwnSites, type OwnSites } from './load/own-sites.ts';
export { importProjectCard, type ImportedCard } from './load/project-card.ts';
export { readScenario, type ReadScenario } from './load/scenario-file.ts';
export { peekBase, readCityFiles, type NamedText, type ReadCityFiles } from './load/city-files.ts';
export { readCityScenario } from './load/city-scenario.ts';
export { readCitySites, type CitySites } from './load/city-sites.ts';
export { readRoadRules, type ReadRoadRules } from './load/road-rules.ts';
export { readVehicleClass, type ReadVehicleClass } from './load/vehicle-class-file.ts';
export { tryModifications, type TriedModification, type TriedScenario } from './load/scenario-trial.ts';
export { readProfile, type ReadProfile } from './load/profile-file.ts';
export { DataError, toSentence, type Problem, type ProblemCode } from './problems.ts';
export * from './units.ts';

export type * from './model/answer-claims.ts';
export type * from './model/answer.ts';
export type * from './model/appraisal.ts';
export type * from './model/build-order.ts';
export type * from './model/certificate.ts';
export type * from './model/claim.ts';
export * from './model/confidence.ts';
export type * from './model/dataset.ts';
export * from './model/day.ts';
export type * from './model/day-answer.ts';
export type * from './model/fastest-routes.ts';
export * from './model/fix.ts';
export type * from './model/flowchart.ts';
export type * from './model/grid-views.ts';
export * from './model/imported-network.ts';
export type * from './model/locations.ts';
export type * from './model/place.ts';
export type * from './model/project-card.ts';
export * from './model/reliability.ts';
export type * from './model/road-rules.ts';
export * from './model/road.ts';
export * from './model/scenario.ts';
export type * from './model/scenario-table.ts';
export type * from './model/sensitivity.ts';
export type * from './model/source.ts';
export type * from './model/travel.ts';
export type * from './model/trip.ts';
export * from './model/value.ts';
export type * from './model/variability.ts';

export { addScenarios, findScenario } from './scenario/find.ts';
export { standOn } from './scenario/stand-on.ts';
export { BUILD_DEFAULTS } from './scenario/build.ts';
export { addWhatIfPlaces } from './scenario/what-if.ts';
export { findProfile, joinPlace, openCity, openCityState, type City, type Site } from './city/city.ts';
export { applyCityScenario, checkCityScenario, type CityState } from './city/scenario/apply.ts';
export { laySections, type LaidNode, type LaidSections, type LayChoice } from './city/lay/lay.ts';
export type { CityFirm, CityTrial } from './city/scenario/draft.ts';
export { listChangedRoads, measureChangesM, type ChangedRoad } from './city/scenario/changed-roads.ts';
export { toLine as toLinkLine } from './city/line.ts';
export { listLinkIds, openLinkLines } from './city/scenario/link-ids.ts';
export { countOpenWays, listCityEffects } from './city/scenario/effects.ts';
export {
  listCityNames,
  openCityRoads,
  type CityRoad,
  type CityRoadsNear,
  type ListRoadsNear,
  type RoadNames,
} from './city/scenario/roads-near.ts';
export {
  openAreaRoads,
  type AreaChange,
  type AreaKind,
  type AreaRoads,
  type CountAreaRoads,
} from './city/scenario/area-roads.ts';
export type { Box } from './city/link-index.ts';
export type { Effect } from './scenario/effects.ts';
export { openGround, toUsualKmh, type CityGround } from './city/scenario/ground.ts';
export type { CityConnector, CityPlace } from './city/connectors.ts';
export {
  contrastCities,
  openContrast,
  timeTogether,
  type CityContrast,
  type ContrastQuestion,
  type SettledCity,
  type SharedTrips,
} from './city/contrast.ts';
export {
  closeLinks,
  divideClosings,
  openClosingTasks,
  planLinkClosings,
  uniteLosses,
  type ClosingTask,
  type LinkLoss,
} from './city/closings.ts';
export * from './city/road-game.ts';
export type { RoadPlayer } from './city/scenario/players.ts';
export { joinFirms, type CityEnds } from './city/firm-ends.ts';
export { openJob, type Job, type JobKind, type Jobs } from './city/jobs.ts';
export * from './city/sharing.ts';
export { CITY_TOLERANCE_S, measureCity, type CityLimits, type CityMeasures } from './city/measures.ts';
export { listTrips } from './city/trips.ts';
export type { Trip } from './city/trip-columns.ts';
export { rankNodes } from './city/order.ts';
export { findCityRoute, toCityLine, type CityRoute, type Leg } from './city/route.ts';
export { listReachedPieces, toPieces, type ReachedPart, type ReachedPiece } from './city/reach.ts';
export { listLinkTimes, listOwnStretches, type OwnStretch } from './city/link-times.ts';
export {
  compareRoads,
  countChanges,
  findChangeClass,
  listRoadChanges,
  type ChangeClass,
  type RoadChanges,
  type TimedPlace,
} from './city/road-changes.ts';
export { measureBand, measureOverlap, measureRoadKm, type ReachBand } from './city/bands.ts';
export { toVectors } from './city/vectors.ts';
export { openMatrixTasks, type MatrixPlan } from './city/matrix.ts';
export { divideEvenly, type Part } from './city/parts.ts';
export {
  openMatrix,
  searchSteps,
  timeMatrix,
  type MatrixQuestion,
  type ReachDirection,
  type StepTimes,
} from './city/times.ts';
export { toByteSource, type ByteSource } from './import/byte-source.ts';
export { importOsm } from './import/import-osm.ts';
export type { ImportOptions, ImportProgress } from './import/options.ts';
export { importTables, type TableText, type TableTexts } from './import/tables/import-tables.ts';
export type { TableOptions } from './import/tables/options.ts';
export { importVectors } from './import/vectors/import-vectors.ts';
export { VECTOR_FILES } from './import/vectors/read.ts';
export { readNetwork } from './import/file/read.ts';
export { writeNetwork } from './import/file/write.ts';

export { applyScenario, type RoadState } from './scenario/apply.ts';
export { isMonthOrDay, isOpenOn, toLastDay } from './scenario/dates.ts';

export { measureGeodesicM, measureLineM } from './geodesic.ts';
export { toClock, type Clock, type ClockChoice } from './network/clock.ts';
export { toSetting, type Setting, type SettingChoice } from './network/setting.ts';
export { findConnectors, type Connector, type Place } from './network/connectors.ts';
export {
  findNearestOnRoads,
  listCrossings,
  type Crossing,
  type DrawnLink,
  type NearRoad,
  type RoadPoint,
} from './network/meetings.ts';
export { linkImpedanceMs } from './network/impedance.ts';
export { buildNetwork, type Network } from './network/network.ts';
export { toGraphology } from './network/graphology.ts';

export { UNREACHED } from './routing/bucket-queue.ts';
export type { ClosingPlan } from './routing/closings.ts';
export { measureCriticality, type Criticality } from './routing/criticality.ts';
export { DetourTree } from './routing/detour-tree.ts';
export {
  createDistanceSearch,
  createSeededSearch,
  toBackward,
  toForward,
  type Arcs,
  type CostGraph,
  type SearchDistances,
} from './routing/distances.ts';
export { addEdges, buildGraph, withCosts, type EdgeInput, type Graph } from './routing/graph.ts';
export {
  chooseEngine,
  createEngine,
  type Engine,
  type EngineKind,
  type EngineOptions,
  type Targets,
} from './routing/engine.ts';
export { Hierarchy } from './routing/hierarchy/hierarchy.ts';
export type { CreateKernels } from './routing/hierarchy/kernels.ts';
export { LANES } from './routing/hierarchy/sweep-lanes.ts';
export type { SelectedTargets } from './routing/hierarchy/selected-targets.ts';
export type { Direction } from './routing/hierarchy/sweep.ts';
export { buildTopology, type Topology } from './routing/hierarchy/topology.ts';
export { rankByDissection } from './routing/order/dissection.ts';
export { rankByHilbert } from './routing/order/hilbert.ts';
export type { PlacedGraph } from './routing/order/part.ts';
export { listPotentials, type Potentials } from './routing/potentials.ts';
export { shareColumns } from './routing/shared.ts';
export { compileKernels, type WasmModule } from './routing/wasm/module.ts';
export { createWasmKernels } from './routing/wasm/wasm-kernels.ts';
export { createWasmSplit } from './routing/wasm/wasm-split.ts';
export type { SplitPart } from './routing/order/inertial-flow.ts';

export { skim, type Skim } from './matrix/skim.ts';
export type { Cell, LevelOfService } from './matrix/cell.ts';
export { compareSkims, type Change } from './matrix/compare.ts';
export { findRoute } from './matrix/route.ts';
export type {
  CheaperAlternative,
  Route,
  RouteAnswer,
  RouteConnector,
  RouteStep,
  SecondBest,
} from './matrix/route.ts';
export { toRouteLine } from './matrix/line.ts';

export * from './access/origin-times.ts';
export * from './access/reach.ts';
export * from './access/threshold-curve.ts';

export * from './condition/attribution.ts';
export { makeCertificate, type CertificateRequest } from './condition/certificate.ts';
export { toCertificateText } from './condition/certificate-text.ts';
export * from './condition/delivery.ts';
export * from './condition/group-pairs.ts';
export * from './condition/groups.ts';
export * from './condition/population.ts';
export * from './condition/timing.ts';
export * from './condition/verdict.ts';

export * from './independence/apart.ts';
export * from './independence/at-least-one.ts';
export * from './independence/balance.ts';
export * from './independence/documented.ts';
export * from './independence/i-out.ts';
export * from './independence/i-out-all.ts';
export * from './independence/mean-groups.ts';
export * from './independence/measure-all.ts';
export * from './independence/robust-min.ts';
export * from './independence/share-of-groups.ts';
export * from './independence/soft.ts';
export * from './independence/stretches.ts';
export * from './independence/supplier-times.ts';

export * from './value/build-order.ts';
export * from './value/precedence.ts';
export { listPlayers, MOST_PLAYERS, toDividends, toShapleyValues } from './value/game.ts';
export { makeReport, toReport } from './report-file/make.ts';
export type { ReportStep } from './report-file/step.ts';
export { isReport, REPORT_FORMATS, type ReportFormat } from './report-file/read.ts';
export { renderReport } from './report-file/render.ts';
export { verifyReport, type ReportCheck } from './report-file/verify.ts';
export { REPORT_PARTS, type ReportPart, type ReportRequest } from './answer/report-request.ts';

export { verifyAnalysis } from './verify/answer.ts';
export { verifyCertificate, verifyCertificateText } from './verify/certificate.ts';

export * from './report/index.ts';
