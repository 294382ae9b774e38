#!/usr/bin/env bash
# A worker for a custom action, with nothing but the AWS CLI and jq.
#
#   worker.sh CATEGORY PROVIDER VERSION COMMAND [ARGUMENT...]
#
# For every job COMMAND is run with the job's data (JobData) as JSON on its standard input. It ends with
#   0    the job has succeeded, and what COMMAND wrote is its summary;
#   75   it is to go on later: what COMMAND wrote comes back to it as continuationToken, in another job;
#   else the job has failed, and what COMMAND wrote says why.
# WORKER_PAUSE is the time between polls, in seconds (5).
set -uo pipefail

if (($# < 4)); then
  echo "usage: $0 CATEGORY PROVIDER VERSION COMMAND [ARGUMENT...]" >&2
  exit 2
fi
type="category=$1,owner=Custom,provider=$2,version=$3"
shift 3

codepipeline() {
  # Older AWS CLIs do not know the variable.
  aws ${AWS_ENDPOINT_URL:+--endpoint-url "$AWS_ENDPOINT_URL"} --output json codepipeline "$@"
}

# $1: the job's id, $2: what the command wrote, $3: how it ended
report() {
  local text="${2:0:2000}"
  case $3 in
    0)
      codepipeline put-job-success-result --job-id "$1" \
        --execution-details "$(jq -n --arg summary "${text:-Done}" '{$summary, percentComplete: 100}')"
      ;;
    75) codepipeline put-job-success-result --job-id "$1" --continuation-token "$text" ;;
    *)
      codepipeline put-job-failure-result --job-id "$1" \
        --failure-details "$(jq -n --arg message "${text:-The command ended with $3}" '{type: "JobFailed", $message}')"
      ;;
  esac
}

while true; do
  job=$(codepipeline poll-for-jobs --action-type-id "$type" --max-batch-size 1 | jq -c '.jobs[0] // empty')
  if [[ -z $job ]]; then
    sleep "${WORKER_PAUSE:-5}"
    continue
  fi
  id=$(jq -r .id <<<"$job")
  # Of several workers that were offered the job one after the other, only the last has it.
  status=$(codepipeline acknowledge-job --job-id "$id" --nonce "$(jq -r .nonce <<<"$job")" | jq -r .status)
  [[ $status == InProgress ]] || continue
  data=$(jq -c .data <<<"$job")
  output=$("$@" 2>&1 <<<"$data")
  report "$id" "$output" $?
done
