// Preloaded by tests that measure a command: prints peak memory in KiB and CPU time in microseconds at its end.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`usage ${maxRSS} ${userCPUTime + systemCPUTime}\n`);
});
