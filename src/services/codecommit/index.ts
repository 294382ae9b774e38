import type { Edge } from '../../gateway/http.ts';
import { loadModel } from '../../kernel/model.ts';
import type { AnyOperation, Service } from '../../kernel/operation.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { WorkHandler } from '../../work/work.ts';
import { ANNOUNCE_WORK, repair } from './announcements/announce.ts';
import { gitEdge } from './http/git-http.ts';
import { BatchGetCommits } from './operations/BatchGetCommits.ts';
import { BatchGetRepositories } from './operations/BatchGetRepositories.ts';
import { CreateBranch } from './operations/CreateBranch.ts';
import { CreateCommit } from './operations/CreateCommit.ts';
import { CreateRepository } from './operations/CreateRepository.ts';
import { DeleteBranch } from './operations/DeleteBranch.ts';
import { DeleteFile } from './operations/DeleteFile.ts';
import { DeleteRepository } from './operations/DeleteRepository.ts';
import { GetBlob } from './operations/GetBlob.ts';
import { GetBranch } from './operations/GetBranch.ts';
import { GetCommit } from './operations/GetCommit.ts';
import { GetDifferences } from './operations/GetDifferences.ts';
import { GetFile } from './operations/GetFile.ts';
import { GetFolder } from './operations/GetFolder.ts';
import { GetRepository } from './operations/GetRepository.ts';
import { ListBranches } from './operations/ListBranches.ts';
import { ListRepositories } from './operations/ListRepositories.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { PutFile } from './operations/PutFile.ts';
import { TagResource } from './operations/TagResource.ts';
import { UntagResource } from './operations/UntagResource.ts';
import { UpdateDefaultBranch } from './operations/UpdateDefaultBranch.ts';
import { UpdateRepositoryDescription } from './operations/UpdateRepositoryDescription.ts';
import { UpdateRepositoryName } from './operations/UpdateRepositoryName.ts';
import { refuse } from './refuse.ts';
import { createRepositories } from './repositories.ts';
import type { CodeCommitRooms } from './rooms.ts';

/** One row per operation; the absent ones are answered as not implemented. */
export const operations: Readonly<Record<string, AnyOperation<CodeCommitRooms>>> = {
  BatchGetCommits,
  BatchGetRepositories,
  CreateBranch,
  CreateCommit,
  CreateRepository,
  DeleteBranch,
  DeleteFile,
  DeleteRepository,
  GetBlob,
  GetBranch,
  GetCommit,
  GetDifferences,
  GetFile,
  GetFolder,
  GetRepository,
  ListBranches,
  ListRepositories,
  ListTagsForResource,
  PutFile,
  TagResource,
  UntagResource,
  UpdateDefaultBranch,
  UpdateRepositoryDescription,
  UpdateRepositoryName,
};

export interface CodeCommit {
  readonly service: Service<CodeCommitRooms>;
  readonly repositories: Repositories;
  /** git over HTTP. */
  readonly git: Edge;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createCodeCommit(rooms: CodeCommitRooms): CodeCommit {
  return {
    service: {
      name: 'codecommit',
      signingNames: ['codecommit'],
      model: loadModel('codecommit'),
      operations,
      rooms,
      refuse,
    },
    repositories: createRepositories(rooms),
    git: gitEdge(rooms),
    workHandlers: { [ANNOUNCE_WORK]: (key) => repair(key, rooms) },
  };
}
